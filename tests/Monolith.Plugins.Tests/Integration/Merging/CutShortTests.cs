namespace Monolith.Plugins.Tests.Integration.Merging;

/// <summary>A host that died between the push and the move.</summary>
public sealed class CutShortTests : IntegrationTestBase
{
    [Fact]
    public async Task Merge_HostDiedAfterThePush_GoesOnWithTheSameCommit()
    {
        Diverge();
        var remote = Workspace.At("remote.git");
        Git("clone", "--quiet", "--bare", ".", remote);
        Git("remote", "add", "origin", remote);
        // As if the host had died between the push and the move: the branch here is put back, and the journal is as it was then.
        var from = Tip("main");
        const string parameters = """{ "source": "feature", "push": {}, "test": { "script": "test ! -e ../../../tested; touch ../../../tested" } }""";
        var first = (await RunAsync("merge_branch", parameters)).Succeeded();
        Git("reset", "--quiet", "--hard", from);
        var journal = Workspace.At(".monolith", "integration", "stage", "journal.json");
        File.WriteAllText(journal, File.ReadAllText(journal).Replace("\"done\":true", "\"done\":false", StringComparison.Ordinal));

        var second = (await RunAsync("merge_branch", parameters)).Succeeded();

        Assert.Equal((string?)first.Outputs["commit"], (string?)second.Outputs["commit"]);
        Assert.Equal(Tip("main"), RealGit.Run(remote, "rev-parse", "main"));
    }
}
