using System.Text;
using System.Text.RegularExpressions;

namespace Monolith.Plugins.Integration.Dependencies;

/// <summary>Changes a file's text and nothing else of it: encoding, marks and line ends stay byte for byte.</summary>
internal static class TextFile
{
    /// <returns>How many places were changed.</returns>
    public static int Replace(string file, Regex pattern, string group, string text)
    {
        // Each byte is one character of Latin-1, so what is not matched comes back as it was.
        var before = Encoding.Latin1.GetString(File.ReadAllBytes(file));
        var count = 0;
        var after = pattern.Replace(before, match =>
        {
            count++;
            var (found, at) = (match.Groups[group], match.Groups[group].Index - match.Index);
            return string.Concat(match.Value.AsSpan(0, at), text, match.Value.AsSpan(at + found.Length));
        });
        if (count > 0)
        {
            File.WriteAllBytes(file, Encoding.Latin1.GetBytes(after));
        }

        return count;
    }
}
