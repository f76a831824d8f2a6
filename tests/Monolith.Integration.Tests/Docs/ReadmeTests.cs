using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Docs;

/// <summary>A newcomer pastes the README, block by block.</summary>
public sealed class ReadmeTests
{
    /// <summary>Blocks that are not run here, by what they hold, and why.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["dotnet build Monolith.sln"] = "installs, and builds what this test is of",
        ["host -- demo\n"] = "DemoTests run it",
        ["demo --full --by-model"] = "wants a language model; ByModel tests run it with a scripted one",
        ["dotnet run --project host\n"] = "starts the host, which is done",
        ["dotnet test\n"] = "installs, and is what runs this test",
        ["host -- run checked-build.yaml"] = "its repository is an example",
        ["dotnet cake"] = "the targets of the build",
    };

    [Fact]
    [Trait("Length", "Long")]
    public async Task Readme_Pasted_Works()
    {
        using var folder = new TestFolder();
        using var papers = new TestFolder();
        await using var host = await HostProcess.StartAsync(folder.Path);
        var run = await host.Http.StartAsync(await File.ReadAllTextAsync(Path.Combine(DocPages.Root, "host", "samples", "hello.yaml")));
        await host.Http.EndAsync(run);
        await File.WriteAllTextAsync(papers["checked-build.yaml"], DocPages.Blocks(DocPages.Readme, "yaml").First());

        var all = DocPages.Blocks(DocPages.Readme).ToList();
        var blocks = all.Where(block => !Others.Keys.Any(other => block.Contains(other, StringComparison.Ordinal))).ToList();
        var (exitCode, output) = await PastedBlocks.RunAsync(host, papers.Path, blocks.Select(block => block.Replace("/ID/", $"/{run}/", StringComparison.Ordinal)));

        Assert.All(Others.Keys, other => Assert.Contains(all, block => block.Contains(other, StringComparison.Ordinal)));
        Assert.True(exitCode == 0 && blocks.Count >= 3, output);
        Assert.Contains("VALID", output, StringComparison.Ordinal);
    }
}
