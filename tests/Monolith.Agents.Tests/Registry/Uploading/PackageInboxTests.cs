using Microsoft.Extensions.Options;
using Monolith.Agents.Registry.Uploading;
using Monolith.Agents.Tests.Support;
using Monolith.Kernel;

namespace Monolith.Agents.Tests.Registry.Uploading;

public sealed class PackageInboxTests : IDisposable
{
    private readonly TempFolder data = new();

    private string Folder => new DataFolders(data.Path).PluginPackages;

    [Theory]
    [InlineData(1 << 20, true)]
    [InlineData((1 << 20) + 1, false)]
    public async Task Receive_BodyOfASize_IsTakenUpToTheLimitAndLeavesNothing(int bytes, bool isTaken)
    {
        var inbox = new PackageInbox(new DataFolders(data.Path), Options.Create(new PluginsOptions { MaxPackageMiB = 1 }));

        var received = await inbox.ReceiveAsync(new MemoryStream(new byte[bytes]), default);

        Assert.Equal(isTaken, received.IsSuccess);
        if (isTaken)
        {
            Assert.Equal(bytes, received.Value.Size);
            received.Value.Dispose();
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
    }

    [Fact]
    public async Task Receive_BodyThatBreaksOff_LeavesNothing()
    {
        var inbox = new PackageInbox(new DataFolders(data.Path), Options.Create(new PluginsOptions()));

        await Assert.ThrowsAsync<IOException>(() => inbox.ReceiveAsync((_, _) => throw new IOException("It broke off."), default));

        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
    }

    public void Dispose() => data.Dispose();
}
