using Monolith.Kernel;

namespace Monolith.Pipelines.Tests.Runs;

public sealed class JoiningTests
{
    private const string Matrix = """
        stages:
          - { id: a, agent: x, action: y }
          - { id: t, agent: x, action: y, needs: [a], matrix: { axes: { os: [linux, windows], arch: [x64, arm] } } }
          - { id: z, agent: x, action: y, needs: [t] }
        """;

    [Fact]
    public void Matrix_EveryCombination_IsAStageAndTheJoinEndsWithTheLast()
    {
        var run = Given.Started(Matrix).Succeed("a");
        Assert.Equal("created claimed +a ok:a +t.1 +t.2 +t.3 +t.4", run.Said());
        Assert.Equal("""{"os":"windows","arch":"x64"}""", run.Run.Definition.Graph.Stages[run.Run.IndexOf("t.3")].Set!.Value.GetRawText());

        run.Succeed("t.1").Succeed("t.2").Succeed("t.4").Said();

        Assert.Equal("ok:t.3 +t ok:t +z", run.Succeed("t.3").Said());
    }

    [Fact]
    public void Matrix_OneFails_OthersGoOnAndTheJoinFails()
    {
        var run = Given.Started(Matrix).Succeed("a").Fail("t.2").Succeed("t.1").Succeed("t.3");
        run.Said();

        Assert.Equal("ok:t.4 +t fail:t skip:z failed", run.Succeed("t.4").Said());
        Assert.Equal("1 of 4 failed: t.2.", run.Run.Stages[run.Run.IndexOf("t")].Error!.Message);
        Assert.Equal("t.2", run.Run.Error!.Stage);
    }

    [Fact]
    public void Matrix_MaxParallel_HoldsBackUntilOneEnds()
    {
        var run = Given.Started("stages: [{ id: t, agent: x, action: y, retry: { backoff: 1m }, matrix: { axes: { n: [1, 2, 3, 4] }, maxParallel: 2 } }]");
        Assert.Equal("created claimed +t.1 +t.2", run.Said());

        Assert.Equal("ok:t.1 +t.3", run.Succeed("t.1").Said());
        Assert.Equal("again:t.2", run.Fail("t.2", retryable: true).Said());
        Assert.Equal("ok:t.3 +t.4", run.Succeed("t.3").Said());
        Assert.Equal("ok:t.4", run.Succeed("t.4").Said());
        Assert.Equal("+t.2#2", run.Pass(TimeSpan.FromMinutes(1)).Said());
        Assert.Equal("ok:t.2 +t ok:t succeeded", run.Succeed("t.2").Said());
    }

    [Fact]
    public void Matrix_WhatItNeedsFails_IsSkippedAsAWhole()
    {
        var run = Given.Started(Matrix).Fail("a");

        Assert.Equal("a:failed t.1:skipped t.2:skipped t.3:skipped t.4:skipped t:skipped z:skipped", run.Statuses());
        Assert.Equal(ErrorCodes.TaskExecutionFailed, run.Run.Error!.Code);
    }

    [Fact]
    public void Retry_FromTheMatrix_DoesAllItsMembersAgain()
    {
        var run = Given.Started(Matrix).Succeed("a").Succeed("t.1").Succeed("t.2").Succeed("t.3").Succeed("t.4").Fail("z").Retry("t");

        Assert.EndsWith("retried(t.1,t.2,t.3,t.4,t,z|a) +t.1#2 +t.2#2 +t.3#2 +t.4#2", run.Said(), StringComparison.Ordinal);
    }
}
