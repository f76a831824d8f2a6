using System.IO.Compression;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Catalog.Swapping;

public sealed class DroppedArchiveTests
{
    [Fact]
    public async Task Look_NewerArchiveBesideAnOlder_ServesAsTheSamePlugin()
    {
        await using var host = await SwapHost.EmptyAsync();
        Drop(host, "Good-1.0.0.zip", "1");
        await host.LookTwiceAsync();
        var first = host.Only("greet");

        Drop(host, "Good-1.1.0.zip", "2");
        await host.LookTwiceAsync();

        Assert.Equal(("Good", "Good"), (first.Plugin, host.Catalog.Find("greet")!.Plugin));
        Assert.NotEqual(first.ContentHash, host.Catalog.Find("greet")!.ContentHash);
        Assert.Equal(first.ContentHash, Assert.Single(host.Loaded.Retired()).ContentHash);
    }

    [Fact]
    public async Task Look_ArchiveThatIsStillCopied_IsServedOnceItIsWhole()
    {
        await using var host = await SwapHost.EmptyAsync();
        var whole = Path.Combine(host.FirstParty, "..", $"{Guid.NewGuid()}.zip");
        ZipFile.CreateFromDirectory(PluginFixture.Output("Good"), whole);
        var bytes = await File.ReadAllBytesAsync(whole);
        File.Delete(whole);
        await File.WriteAllBytesAsync(Path.Combine(host.Dropped, "Good.zip"), bytes[..1000]);
        await host.LookTwiceAsync();
        Assert.Contains("or not all of it", host.Only("Good").Reason, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(Path.Combine(host.Dropped, "Good.zip"), bytes);
        await host.LookTwiceAsync();

        Assert.Equal("greet", Assert.Single(host.Catalog.List()).Name);
    }

    private static void Drop(AgentHost host, string name, string text)
    {
        var archive = Path.Combine(host.Dropped, name);
        ZipFile.CreateFromDirectory(PluginFixture.Output("Good"), archive);
        using var zip = ZipFile.Open(archive, ZipArchiveMode.Update);
        using var writer = new StreamWriter(zip.CreateEntry("version.txt").Open());
        writer.Write(text);
    }
}
