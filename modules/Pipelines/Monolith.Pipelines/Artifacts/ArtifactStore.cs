using System.Security.Cryptography;
using Monolith.Kernel;

namespace Monolith.Pipelines.Artifacts;

/// <summary>Kept files by content: one file a SHA-256, never changed.</summary>
internal sealed class ArtifactStore(DataFolders folders, ArtifactReferences references)
{
    /// <returns>The content's size in bytes and its SHA-256 in lower-case hex.</returns>
    public async Task<(long Size, string Sha256)> AddAsync(Guid runId, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folders.Artifacts);
        var incoming = Path.Combine(folders.Artifacts, $"incoming-{Guid.NewGuid():N}");
        try
        {
            var (size, sha256) = await WriteAsync(incoming, write, cancellationToken);
            await references.AddAsync(runId, sha256, () => PutInPlace(incoming, PathOf(sha256)), cancellationToken);
            return (size, sha256);
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <returns>The kept file's path, or null when it is gone.</returns>
    public string? Find(string sha256) => PathOf(sha256) is var path && File.Exists(path) ? path : null;

    /// <returns>The hash of each kept content.</returns>
    public IEnumerable<string> All() => Directory.Exists(folders.Artifacts)
        ? Directory.EnumerateDirectories(folders.Artifacts).SelectMany(Directory.EnumerateFiles).Select(path => Path.GetFileName(path)!)
        : [];

    public string PathOf(string sha256) => Path.Combine(folders.Artifacts, sha256[..2], sha256);

    private static void PutInPlace(string incoming, string kept)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        File.Move(incoming, kept, overwrite: true);
    }

    private static async Task<(long Size, string Sha256)> WriteAsync(
        string path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, useAsync: true);
        await write(file);
        await file.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
        file.Position = 0;
        var hash = await SHA256.HashDataAsync(file, cancellationToken);
        return (file.Length, Convert.ToHexStringLower(hash));
    }
}
