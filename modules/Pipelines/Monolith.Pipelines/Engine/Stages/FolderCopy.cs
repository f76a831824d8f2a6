namespace Monolith.Pipelines.Engine.Stages;

/// <summary>Copies a folder: it is there as a whole or not at all.</summary>
internal static class FolderCopy
{
    public static void Make(string from, string to)
    {
        var incoming = $"{to}.{Guid.NewGuid():N}";
        Copy(from, incoming);
        try
        {
            Directory.Move(incoming, to);
        }
        catch (IOException) when (Directory.Exists(to))
        {
            // Another stage of the run was first.
            Directory.Delete(incoming, recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            var target = Path.Combine(to, entry.Name);
            if (entry is FileInfo { LinkTarget: { } file })
                File.CreateSymbolicLink(target, file);
            else if (entry is DirectoryInfo { LinkTarget: { } folder })
                Directory.CreateSymbolicLink(target, folder);
            else if (entry is FileInfo plain)
                plain.CopyTo(target);
            else
                Copy(entry.FullName, target);
        }
    }
}
