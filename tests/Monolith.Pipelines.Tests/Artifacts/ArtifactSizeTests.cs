using Monolith.Pipelines.Artifacts;

namespace Monolith.Pipelines.Tests.Artifacts;

public sealed class ArtifactSizeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("size-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task Write_FileOrFolderOfSize_FitsOrIsRefusedByTheSettingsName(int bytes, bool fits)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "a"), new byte[bytes - 50]);
        await File.WriteAllBytesAsync(Path.Combine(folder, "b"), new byte[50]);
        var file = Path.Combine(folder, "c");

        await ExpectAsync(fits, FolderZip.WriteAsync(folder, Stream.Null, 100, CancellationToken.None));
        await File.WriteAllBytesAsync(file, new byte[bytes]);
        await ExpectAsync(fits, FileCopy.WriteAsync(file, Stream.Null, 100, CancellationToken.None));
    }

    [Fact]
    public async Task Write_DeviceThatHasNoLengthAndNoEnd_EndsAtTheBound()
    {
        using var kept = new MemoryStream();

        await ExpectAsync(fits: false, FileCopy.WriteAsync("/dev/zero", kept, 1 << 20, CancellationToken.None));

        Assert.True(kept.Length <= 1 << 20);
    }

    private static async Task ExpectAsync(bool fits, Task writing)
    {
        var thrown = await Record.ExceptionAsync(() => writing);
        Assert.Equal(fits, thrown is null);
        if (!fits)
            Assert.Contains("Engine:MaxArtifactBytes", Assert.IsType<IOException>(thrown).Message, StringComparison.Ordinal);
    }
}
