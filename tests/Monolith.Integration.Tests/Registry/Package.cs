using System.IO.Compression;
using System.Text;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Registry;

/// <summary>Packages of the plugin greeter, as its author would make them; and archives that nobody should send.</summary>
internal static class Package
{
    public const string Plugin = "greeter";

    /// <param name="version">A text in it: another one is another version.</param>
    /// <param name="hello">What it says in place of "Hello", five letters.</param>
    public static byte[] Of(string version, string hello = "Hello") => Zip(
    [
        .. Directory.EnumerateFiles(Built.Greeter).Select(file => ($"{Plugin}/{Path.GetFileName(file)}", Replaced(File.ReadAllBytes(file), hello))),
        ($"{Plugin}/version.txt", Encoding.UTF8.GetBytes(version)),
    ]);

    public static byte[] Zip(params IReadOnlyList<(string Name, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The texts of a program lie in its assembly as UTF-16.</summary>
    private static byte[] Replaced(byte[] content, string hello)
    {
        var (from, to) = (Encoding.Unicode.GetBytes("Hello"), Encoding.Unicode.GetBytes(hello));
        if (content.AsSpan().IndexOf(from) is >= 0 and var at)
            to.CopyTo(content, at);
        return content;
    }
}
