using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Runs.Commands;

namespace Monolith.Pipelines.Tests.Runs;

public sealed class CompletingTests
{
    private const string Gated = """
        stages:
          - { id: a, agent: x, action: y, gates: ["line_coverage >= 80", { metric: p95, operator: "<", threshold: 500, blocking: false }] }
        """;

    [Fact]
    public void Gate_MetricMissing_FailsStageAndRun()
    {
        var run = Given.Started(Gated).Succeed("a");

        Assert.Equal(RunStatus.Failed, run.Run.Status);
        Assert.Equal(ErrorCodes.QualityGateFailed, run.Run.Error!.Code);
        Assert.Contains("line_coverage was not reported", run.Run.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gate_NonBlockingFails_StageSucceedsWithWarning()
    {
        var run = Given.Started(Gated).Succeed("a", new Dictionary<string, double> { ["line_coverage"] = 80, ["p95"] = 900 });

        Assert.Equal(RunStatus.Success, run.Run.Status);
        Assert.False(run.Run.Stages[0].Gates![1].Passed);
    }

    [Fact]
    public void Fail_Retryable_WaitsWithBackoffAndTriesAgain()
    {
        var run = Given.Started("stages:\n  - { id: a, agent: x, action: y, retry: { maxAttempts: 3, backoff: 2s, factor: 3 } }\n");
        run.Said();

        Assert.Equal("again:a", run.Fail("a", retryable: true).Said());
        Assert.Equal(RunStatus.Waiting, run.Run.Status);
        Assert.Equal(Given.Start.AddSeconds(2), run.Run.Stages[0].NotBefore);
        Assert.Equal("", run.Pass(TimeSpan.FromSeconds(1)).Said());
        Assert.Equal("+a#2", run.Pass(TimeSpan.FromSeconds(1)).Said());
        run.Fail("a", retryable: true);
        Assert.Equal(run.Now.AddSeconds(6), run.Run.Stages[0].NotBefore);
        run.Pass(TimeSpan.FromSeconds(6)).Fail("a", retryable: true);
        Assert.Equal(RunStatus.Failed, run.Run.Status);
    }

    [Fact]
    public void Fail_NotRetryable_FailsAtOnce()
    {
        var run = Given.Started(Given.Stages("a")).Fail("a");

        Assert.Equal(RunStatus.Failed, run.Run.Status);
        Assert.Single(run.Run.Stages[0].Attempts);
    }

    [Fact]
    public void Complete_SameAttemptTwice_ChangesNothing()
    {
        var run = Given.Started(Given.Stages("a b<a")).Succeed("a");
        run.Said();

        run.Do(new CompleteStage("a", 1, 1, AttemptOutcome.Success, run.Now));

        Assert.Equal("", run.Said());
    }
}
