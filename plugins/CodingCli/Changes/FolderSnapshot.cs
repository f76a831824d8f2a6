using System.Security.Cryptography;
using System.Text;

namespace Monolith.Plugins.CodingCli.Changes;

/// <summary>What a folder holds: each file by its content, each link by where it leads.</summary>
internal sealed class FolderSnapshot
{
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);

    /// <summary>Git's objects and index change by looking at a repository; its hooks and settings do not.</summary>
    private static readonly string[] Volatile = ["objects", "index", "logs", "refs", "HEAD", "ORIG_HEAD", "FETCH_HEAD", "COMMIT_EDITMSG", "packed-refs", "lfs"];

    public static FolderSnapshot Of(string folder)
    {
        var snapshot = new FolderSnapshot();
        snapshot.Read(new DirectoryInfo(folder), "");
        return snapshot;
    }

    /// <returns>Paths that were added, changed or deleted since, in order.</returns>
    public IReadOnlyList<string> ChangedIn(FolderSnapshot later) =>
    [
        .. files.Keys.Union(later.files.Keys)
            .Where(path => files.GetValueOrDefault(path) != later.files.GetValueOrDefault(path))
            .Order(StringComparer.Ordinal),
    ];

    private void Read(DirectoryInfo folder, string prefix)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var path = prefix + entry.Name;
            if (prefix == ".git/" && Volatile.Contains(entry.Name))
            {
                continue;
            }

            if (entry.LinkTarget is { } target)
            {
                files[path] = $"link to {target}";
            }
            else if (entry is DirectoryInfo inner)
            {
                Read(inner, path + "/");
            }
            else
            {
                files[path] = Content((FileInfo)entry);
            }
        }
    }

    private static string Content(FileInfo file)
    {
        // A pipe would hold whoever reads it; it has no content to compare either.
        if (!file.Attributes.HasFlag(FileAttributes.Normal) && file.Attributes.HasFlag(FileAttributes.Device))
        {
            return "device";
        }

        using var stream = file.OpenRead();
        var mode = OperatingSystem.IsWindows() ? "" : file.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? "x" : "";
        return new StringBuilder(mode).Append(Convert.ToHexString(SHA256.HashData(stream))).ToString();
    }
}
