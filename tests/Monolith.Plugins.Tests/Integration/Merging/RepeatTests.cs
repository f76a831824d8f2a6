namespace Monolith.Plugins.Tests.Integration.Merging;

/// <summary>Executions after one that was done, or cut short.</summary>
public sealed class RepeatTests : IntegrationTestBase
{
    [Fact]
    public async Task Merge_ExecutedAgain_AnswersTheSame()
    {
        Diverge();
        var first = (await RunAsync("merge_branch", """{ "source": "feature" }""")).Succeeded();

        var second = (await RunAsync("merge_branch", """{ "source": "feature" }""")).Succeeded();

        Assert.Equal(first.Outputs.ToJsonString(), second.Outputs.ToJsonString());
        Assert.Equal("4", Git("rev-list", "--count", "main"));
    }

    [Fact]
    public async Task Merge_TreeOfADeadHostIsThere_MakesItAnew()
    {
        Diverge();
        var tree = Workspace.At(".monolith", "integration", "stage", "tree");
        Git("worktree", "add", "--quiet", "--detach", tree, "feature");
        File.WriteAllText(Path.Combine(tree, "left.txt"), "left");

        (await RunAsync("merge_branch", """{ "source": "feature", "test": { "script": "! test -e left.txt" } }""")).Succeeded();

        Assert.DoesNotContain(tree, Git("worktree", "list"), StringComparison.Ordinal);
    }
}
