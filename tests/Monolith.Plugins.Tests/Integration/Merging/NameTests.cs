namespace Monolith.Plugins.Tests.Integration.Merging;

/// <summary>Names that are wrong.</summary>
public sealed class NameTests : IntegrationTestBase
{
    [Theory]
    [InlineData("""{ "source": "nowhere" }""", "no branch, tag or commit 'nowhere'")]
    [InlineData("""{ "source": "feature", "target": "nowhere" }""", "no branch 'nowhere'")]
    [InlineData("""{ "source": "a..b" }""", "'source'")]
    public async Task Merge_WrongName_SaysWhich(string parameters, string says)
    {
        Diverge();

        (await RunAsync("merge_branch", parameters)).FailedWith("TASK_VALIDATION_FAILED").Says(says);
    }
}
