using System.Globalization;
using Monolith.Agents.Loading;
using Monolith.Kernel;

namespace Monolith.Agents.Discovery;

/// <summary>
/// Copies of plugins in a folder that only the host's user can reach, so that what was hashed and verified is what is loaded, whatever becomes of
/// the place that it was dropped into. A copy lies under its content hash: as long as runs are pinned to a version, it can be loaded again.
/// </summary>
internal sealed class PluginCopies(DataFolders folders, TimeProvider time)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const string Incoming = ".incoming";
    private const string Origin = ".origin";

    private readonly Lock moving = new();
    private int count;

    /// <summary>Takes away what a host that died left half copied.</summary>
    public void ClearIncoming() => Remove(Path.Combine(folders.LoadedPlugins, Incoming));

    /// <returns>The same plugin, under the same name, in a folder of its own, and its content hash.</returns>
    /// <exception cref="IOException">The plugin cannot be read, or the copy not written.</exception>
    public Result<(PluginFolder Copy, string ContentHash)> Copy(PluginFolder plugin)
    {
        var number = Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture);
        var incoming = Path.Combine(MakeFolder(folders.LoadedPlugins), Incoming, number);
        try
        {
            var target = MakeFolder(Path.Combine(incoming, plugin.Name));
            if (Fill(plugin, target) is { } fault)
                return fault;
            var contentHash = ContentHash.Of(target);
            return (new PluginFolder(Keep(plugin, target, contentHash)) { Name = plugin.Name, Origin = plugin.Path, Place = plugin.Place }, contentHash);
        }
        finally
        {
            Remove(incoming);
        }
    }

    /// <returns>The copy of that version; null when there is none, or its files are no longer those that were hashed.</returns>
    public PluginFolder? Find(string contentHash)
    {
        var version = FolderOf(contentHash);
        var copy = Directory.Exists(version) ? Directory.GetDirectories(version).Order(StringComparer.Ordinal).FirstOrDefault() : null;
        if (copy is null || ContentHash.Of(copy) != contentHash)
            return null;
        var origin = Path.Combine(version, Origin);
        return new PluginFolder(copy) { Origin = File.Exists(origin) ? File.ReadAllText(origin) : copy };
    }

    public bool Has(string contentHash) => Directory.Exists(FolderOf(contentHash));

    /// <returns>The content hash of each copy, and when it was made or last loaded.</returns>
    public IEnumerable<(string ContentHash, DateTimeOffset UsedAt)> All() => Directory.Exists(folders.LoadedPlugins)
        ? new DirectoryInfo(folders.LoadedPlugins).EnumerateDirectories().Where(folder => folder.Name != Incoming)
            .Select(folder => (folder.Name, new DateTimeOffset(folder.LastWriteTimeUtc, TimeSpan.Zero)))
        : [];

    /// <returns>Whether it is gone.</returns>
    public bool Forget(string contentHash) => Remove(FolderOf(contentHash));

    /// <summary>A name, and not a way out of the folder, whatever a run says that it is pinned to.</summary>
    private string FolderOf(string contentHash) => Path.Combine(folders.LoadedPlugins, Path.GetFileName(contentHash) is { Length: > 0 } name ? name : Incoming);

    private static Problem? Fill(PluginFolder plugin, string target)
    {
        if (plugin.IsArchive)
            return PluginArchive.Unpack(plugin.Path, target);
        // It may lead to what the plugin must not have, and elsewhere tomorrow.
        return CopyUntilLink(new DirectoryInfo(plugin.Path), target) is { } link
            ? LoadFault.Failed($"'{Path.GetRelativePath(plugin.Path, link)}' is a link. Put what it leads to into the folder itself.")
            : null;
    }

    /// <returns>Where the copy stays. One that is there already stays, if its files are the same.</returns>
    private string Keep(PluginFolder plugin, string incoming, string contentHash)
    {
        var version = MakeFolder(FolderOf(contentHash));
        var copy = Path.Combine(version, plugin.Name);
        lock (moving)
        {
            if (!Directory.Exists(copy) || ContentHash.Of(copy) != contentHash)
            {
                Remove(copy);
                Directory.Move(incoming, copy);
            }

            // Who may load what depends on where it came from, also when it is loaded again.
            File.WriteAllText(Path.Combine(version, Origin), plugin.Path);
            Directory.SetLastWriteTimeUtc(version, time.GetUtcNow().UtcDateTime);
        }

        return copy;
    }

    private static bool Remove(string path)
    {
        try
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A later sweep takes it away.
            return false;
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
