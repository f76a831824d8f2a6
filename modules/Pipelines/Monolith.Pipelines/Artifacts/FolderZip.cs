using System.IO.Compression;

namespace Monolith.Pipelines.Artifacts;

/// <summary>A folder as a zip that is the same for the same content: entries in order, one fixed date. Links, pipes, sockets and devices are left out.</summary>
internal static class FolderZip
{
    private static readonly DateTimeOffset EntryDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="IOException">The folder holds more than <paramref name="maxBytes"/>.</exception>
    public static async Task WriteAsync(string folder, Stream to, long maxBytes, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var total = 0L;
        foreach (var file in Files(folder))
        {
            total += file.Length;
            if (total > maxBytes)
                throw FileCopy.TooLarge(maxBytes);

            var entry = zip.CreateEntry(Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), CompressionLevel.Fastest);
            entry.LastWriteTime = EntryDate;
            await using var target = await entry.OpenAsync(cancellationToken);
            await using var source = file.OpenRead();
            await FileCopy.WriteAsync(source, target, maxBytes, cancellationToken);
        }
    }

    private static IEnumerable<FileInfo> Files(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
            IgnoreInaccessible = false,
        };
        return new DirectoryInfo(folder).EnumerateFiles("*", options)
            .Where(file => PlainFile.Is(file.FullName))
            .OrderBy(file => file.FullName, StringComparer.Ordinal);
    }
}
