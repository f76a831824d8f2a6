using System.Diagnostics;
using System.IO.Compression;
using System.Net.Sockets;
using Monolith.Pipelines.Artifacts;
using Monolith.Pipelines.Engine.Stages;

namespace Monolith.Pipelines.Tests.Artifacts;

public sealed class PlainFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plain-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    public void Is_File_IsTrue(string content)
    {
        File.WriteAllText(In("file"), content);

        Assert.True(PlainFile.Is(In("file")));
    }

    [Fact]
    public void Is_Pipe_IsFalse()
    {
        MakePipe();

        Assert.False(PlainFile.Is(In("pipe")));
    }

    [Fact]
    public void Is_Socket_IsFalse()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(In("socket")));

        Assert.False(PlainFile.Is(In("socket")));
    }

    [Fact]
    public async Task Zip_FolderWithPipe_LeavesThePipeOut()
    {
        MakePipe();
        await File.WriteAllTextAsync(In("file"), "text");
        await File.WriteAllTextAsync(In("empty"), "");
        using var zip = new MemoryStream();

        await Task.Run(() => FolderZip.WriteAsync(folder, zip, 1 << 20, CancellationToken.None)).WaitAsync(TimeSpan.FromSeconds(20));

        using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
        Assert.Equal(["empty", "file"], archive.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public async Task Copy_FolderWithPipe_LeavesThePipeOut()
    {
        Directory.CreateDirectory(In("from"));
        MakePipe("from/pipe");
        await File.WriteAllTextAsync(In("from/file"), "text");

        await Task.Run(() => FolderCopy.Make(In("from"), In("to"))).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal([In("to/file")], Directory.GetFiles(In("to")));
    }

    private void MakePipe(string name = "pipe")
    {
        using var program = Process.Start("mkfifo", [In(name)]);
        program.WaitForExit();
        Assert.Equal(0, program.ExitCode);
    }

    private string In(string name) => Path.Combine(folder, name);
}
