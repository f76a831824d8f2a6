namespace Monolith.Plugins.Tests.Integration.Decisions;

/// <summary>What people approved.</summary>
public sealed class ApprovalTests : DecisionTestBase
{
    [Fact]
    public async Task Approved_AnOption_HoldsForAll()
    {
        Conflict();
        Assert.NotNull((await RunAsync("merge_branch", Merge)).Proposal);

        var result = (await RunAsync("merge_branch", Merge, Approved("1", "theirs"))).Succeeded();

        Assert.Equal("1\nfeature\n3\n4\n5\n6\nfeature\n", Text("a.txt"));
        Assert.Equal([0, 2], Bytes("b.bin"));
        Assert.Equal(3, result.Metrics["conflicts.person"]);
    }

    [Fact]
    public async Task Approved_TargetMovedMeanwhile_IsAskedAnew()
    {
        Conflict();
        Assert.NotNull((await RunAsync("merge_branch", Merge)).Proposal);
        Commit("main", "Meanwhile", ("c.txt", "c"));

        Assert.NotNull((await RunAsync("merge_branch", Merge, Approved("1", "theirs"))).Proposal);
    }
}
