using System.Globalization;
using Monolith.Agents.Loading;
using Monolith.Kernel;

namespace Monolith.Agents.Discovery;

/// <summary>
/// Copies of plugins in a folder that only the host's user can reach, so that what was hashed and verified is what is loaded, whatever becomes of
/// the folder that it was dropped into.
/// </summary>
internal sealed class PluginCopies(DataFolders folders)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private int count;

    /// <summary>Takes away what a host on this data folder left, be it by dying.</summary>
    public void Clear()
    {
        if (Directory.Exists(folders.LoadedPlugins))
            Directory.Delete(folders.LoadedPlugins, recursive: true);
    }

    /// <returns>The same plugin, under the same name, in a folder of its own.</returns>
    /// <exception cref="IOException">The folder cannot be read, or the copy not written.</exception>
    public Result<PluginFolder> Copy(PluginFolder plugin)
    {
        var number = Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture);
        var target = MakeFolder(Path.Combine(MakeFolder(Path.Combine(MakeFolder(folders.LoadedPlugins), number)), plugin.Name));
        string? link = "";
        try
        {
            link = CopyUntilLink(new DirectoryInfo(plugin.Path), target);
            // It may lead to what the plugin must not have, and elsewhere tomorrow.
            return link is null
                ? new PluginFolder(target) { Origin = plugin.Path }
                : LoadFault.Failed($"'{Path.GetRelativePath(plugin.Path, link)}' is a link. Put what it leads to into the folder itself.");
        }
        finally
        {
            if (link is not null)
                Remove(target);
        }
    }

    /// <param name="copy">A folder that <see cref="Copy"/> made.</param>
    public static void Remove(string copy)
    {
        try
        {
            Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The next start clears it.
        }
    }

    /// <returns>The first link, where copying ended; null when there is none.</returns>
    private static string? CopyUntilLink(DirectoryInfo source, string target)
    {
        foreach (var entry in source.EnumerateFileSystemInfos())
        {
            var path = Path.Combine(target, entry.Name);
            if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                return entry.FullName;
            if (entry is FileInfo)
                File.Copy(entry.FullName, path);
            else if (CopyUntilLink((DirectoryInfo)entry, MakeFolder(path)) is { } link)
                return link;
        }

        return null;
    }

    private static string MakeFolder(string path) =>
        (OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnerOnly)).FullName;
}
