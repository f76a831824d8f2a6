using System.Globalization;

namespace Monolith.Plugins.Integration.Dependencies;

/// <summary>How far an update may go.</summary>
internal static class VersionStep
{
    public const string Patch = "patch";
    public const string Minor = "minor";
    public const string Major = "major";
    public const string All = "all";

    /// <summary>The newest release that is newer than the present version and within the step; null when there is none.</summary>
    public static string? Newest(string from, IEnumerable<string> versions, string level)
    {
        if (Parse(from) is not { } present)
        {
            return null;
        }

        var wanted = versions.Select(text => (Text: text, Version: Parse(text)))
            .Where(version => version.Version is { } parsed && parsed.CompareTo(present) > 0 && IsWithin(present, parsed, level));
        return wanted.OrderBy(version => version.Version).LastOrDefault().Text;
    }

    private static bool IsWithin((int Major, int Minor, int Patch) from, (int Major, int Minor, int Patch) to, string level) => level switch
    {
        Patch => (from.Major, from.Minor) == (to.Major, to.Minor),
        Minor => from.Major == to.Major,
        _ => true,
    };

    // Versions with a label, such as 2.0.0-beta, are no releases.
    private static (int Major, int Minor, int Patch)? Parse(string text)
    {
        var parts = text.Split('+')[0].Split('.');
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var patch)
            ? (major, minor, patch)
            : null;
    }
}
