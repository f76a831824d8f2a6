using System.IO.Enumeration;

namespace Monolith.Agents.Discovery;

/// <summary>Whether a plugin's files look as before: names, lengths and times of change, without reading any. Equal twice, nobody writes there.</summary>
internal static class PluginFingerprint
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = 0 };

    /// <returns>Null when the place is gone or cannot be read.</returns>
    public static string? Of(PluginFolder plugin)
    {
        try
        {
            return File.Exists(plugin.Path) ? OfFile(new FileInfo(plugin.Path)) : OfFolder(plugin.Path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string OfFile(FileInfo file) => FormattableString.Invariant($"{file.FullName}:{file.Length}:{file.LastWriteTimeUtc.Ticks}");

    // A sum, since the order in which files are listed is the file system's.
    private static string OfFolder(string folder)
    {
        var (sum, count) = (0L, 0);
        foreach (var entry in new FileSystemEnumerable<long>(folder, CodeOf, Everything) { ShouldRecursePredicate = IsFolder })
            (sum, count) = (unchecked(sum + entry), count + 1);
        return FormattableString.Invariant($"{folder}:{count}:{sum}");
    }

    // The folder's own time changes with every file that is made in it, which its files tell already.
    private static long CodeOf(ref FileSystemEntry entry) => entry.IsDirectory
        ? HashCode.Combine(string.GetHashCode(entry.Directory), string.GetHashCode(entry.FileName))
        : HashCode.Combine(string.GetHashCode(entry.Directory), string.GetHashCode(entry.FileName), entry.Length, entry.LastWriteTimeUtc.UtcTicks) * 31L;

    private static bool IsFolder(ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
