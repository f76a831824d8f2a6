using System.IO.Compression;
using Monolith.Client.Tests.Support;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Client.Tests.Agents;

[Collection(OneHost.Name)]
public sealed class PackageCommandsTests(HostFixture host)
{
    private const string Plugin = "Monolith.Plugins.Http";

    [Fact]
    public async Task Agents_UploadListPinUnpinDisableEnable_SayWhatServes()
    {
        var file = host["http.zip"];
        ZipFile.CreateFromDirectory(Path.Combine(Path.GetDirectoryName(Built.HostAssembly)!, "plugins", Plugin), file);

        var uploaded = await Typed.AtAsync(host, "agents", "upload", file, "--plugin", Plugin);
        var hash = uploaded.Out.Split(' ') is [_, _, var third, ..] ? third : "";

        Assert.True(uploaded.ExitCode == 0 && uploaded.Out.EndsWith(" serves\n", StringComparison.Ordinal), $"{uploaded}");
        Assert.Equal((0, 0), ((await Typed.AtAsync(host, "agents", "pin", Plugin, hash)).ExitCode, (await Typed.AtAsync(host, "agents", "disable", Plugin)).ExitCode));
        Assert.Contains($"{hash}  disabled", (await Typed.AtAsync(host, "agents", "packages")).Out, StringComparison.Ordinal);
        Assert.Equal((0, 0), ((await Typed.AtAsync(host, "agents", "enable", Plugin)).ExitCode, (await Typed.AtAsync(host, "agents", "unpin", Plugin)).ExitCode));
        Assert.Equal(1, (await Typed.AtAsync(host, "agents", "shadow", Plugin, hash)).ExitCode);
    }

    [Theory]
    [InlineData("Name a file, or a feed by --feed, --id and --version.", "upload")]
    [InlineData("'/nowhere.zip' cannot be read: ", "upload", "/nowhere.zip")]
    [InlineData("feed: There is no feed 'x' in Plugins:Feeds.", "upload", "--feed", "x", "--id", "a", "--version", "1.0.0")]
    [InlineData("There is no plugin 'nobody'.", "disable", "nobody")]
    [InlineData("contentHash: The registry has no version 12 of a plugin 'nobody'.", "pin", "nobody", "12")]
    [InlineData("plugin: There is no plugin 'nobody'.", "rollback", "nobody")]
    public async Task Agents_WrongWords_ExitWithTwoAndOneLine(string said, params string[] words)
    {
        var typed = await Typed.AtAsync(host, ["agents", .. words]);

        Assert.True(typed.ExitCode == 2 && typed.Error.Contains(said, StringComparison.Ordinal), $"{typed}");
        Assert.Single(typed.Error.TrimEnd().Split('\n'));
    }
}
