using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Docs;

/// <summary>A newcomer pastes the tutorial, block by block.</summary>
public sealed class TutorialTests
{
    private const string StartsTheHost = "dotnet run --project host\n";

    [Fact]
    [Trait("Length", "Long")]
    public async Task Tutorial_Pasted_WorksToItsEnd()
    {
        using var folder = new TestFolder();
        using var papers = new TestFolder();
        await using var host = await HostProcess.StartAsync(folder.Path);

        // The first block starts the host, which is done.
        var blocks = DocPages.Blocks(DocPages.Tutorial).Where(block => !block.EndsWith(StartsTheHost, StringComparison.Ordinal)).ToList();
        var (exitCode, output) = await PastedBlocks.RunAsync(host, papers.Path, blocks);

        Assert.True(exitCode == 0 && blocks.Count >= 10, output);
        foreach (var said in new[] { "Hello, world!", "QUALITY_GATE_FAILED", "three", "VALID", "count: passing" })
            Assert.Contains(said, output, StringComparison.Ordinal);
    }
}
