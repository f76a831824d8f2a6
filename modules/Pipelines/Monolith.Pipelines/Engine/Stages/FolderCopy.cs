using Monolith.Pipelines.Artifacts;

namespace Monolith.Pipelines.Engine.Stages;

/// <summary>Copies a folder, without the pipes, sockets and devices in it: it is there as a whole or not at all.</summary>
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
            if (entry is FileInfo { LinkTarget: { } link })
                File.CreateSymbolicLink(target, link);
            else if (entry is DirectoryInfo { LinkTarget: { } folder })
                Directory.CreateSymbolicLink(target, folder);
            else if (entry is FileInfo file)
                CopyPlain(file, target);
            else
                Copy(entry.FullName, target);
        }
    }

    private static void CopyPlain(FileInfo file, string target)
    {
        if (PlainFile.Is(file.FullName))
            file.CopyTo(target);
    }
}
