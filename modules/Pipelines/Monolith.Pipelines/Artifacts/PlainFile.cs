using System.Formats.Tar;

namespace Monolith.Pipelines.Artifacts;

/// <summary>Tells plain files from pipes, sockets and devices, which would be read for ever or not at all.</summary>
internal static class PlainFile
{
    /// <param name="path">A file that is there and is no link.</param>
    public static bool Is(string path) => new FileInfo(path).Length > 0 || OperatingSystem.IsWindows() || KindOf(path) is TarEntryType.RegularFile;

    // No other managed way tells a file's kind than the entry made of it in an archive, for which no pipe is opened.
    private static TarEntryType? KindOf(string path)
    {
        using var archive = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
                writer.WriteEntry(path, "file");
        }
        catch (IOException)
        {
            return null;
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType;
    }
}
