namespace Monolith.Agents.Registry.Uploading;

/// <summary>An archive that came in, in a folder of its own that goes with it.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="File">The archive in it.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of the archive, lower-case hex.</param>
internal sealed record ReceivedPackage(string Folder, string File, long Size, string Sha256) : IDisposable
{
    /// <summary>What it is called from now on: the extension says how it is unpacked, the name which plugin it is.</summary>
    public ReceivedPackage Named(string fileName)
    {
        var file = Path.Combine(Folder, fileName);
        System.IO.File.Move(File, file);
        return this with { File = file };
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
        }
    }
}
