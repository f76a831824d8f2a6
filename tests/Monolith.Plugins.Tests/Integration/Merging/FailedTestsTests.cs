namespace Monolith.Plugins.Tests.Integration.Merging;

/// <summary>Merges whose tests fail.</summary>
public sealed class FailedTestsTests : IntegrationTestBase
{
    [Theory]
    [InlineData("merge")]
    [InlineData("squash")]
    [InlineData("rebase")]
    public async Task Merge_TestsFail_ChangesNothing(string strategy)
    {
        Diverge();
        var before = Everything();

        var result = await RunAsync("merge_branch", $$$"""
            { "source": "feature", "strategy": "{{{strategy}}}", "test": { "script": "test -f b.txt && test -f c.txt && echo broken >&2; touch b.txt new; exit 3" } }
            """);

        result.FailedWith("TASK_EXECUTION_FAILED").Says("exit code 3. broken");
        Assert.Equal(3, result.Metrics["tests.exit_code"]);
        Assert.Equal(before, Everything());
        Assert.False(Directory.Exists(Workspace.At(".monolith", "integration", "stage", "tree")));
    }
}
