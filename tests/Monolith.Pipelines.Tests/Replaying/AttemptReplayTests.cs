using Monolith.Kernel;
using Monolith.Pipelines.Contracts.Replaying;
using Monolith.Pipelines.Replaying;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.State;
using Monolith.Pipelines.Tests.Runs;

namespace Monolith.Pipelines.Tests.Replaying;

public sealed class AttemptReplayTests
{
    private static readonly Dictionary<string, double> Covered = new() { ["line_coverage"] = 70 };

    [Fact]
    public void Take_AttemptsOfOneAgent_HasWhatEachWasGivenAndGave()
    {
        var run = Given.Started("""
            stages:
              - { id: a, agent: other, action: y }
              - { id: b, agent: x, action: y, needs: [a], retry: { maxAttempts: 2 }, parameters: { from: "${{ stages.a.status }}" }, gates: ["line_coverage >= 80"] }
            """).Succeed("a").Fail("b", retryable: true).Pass(TimeSpan.FromHours(1)).Succeed("b", Covered);

        var found = Replay(run);

        Assert.Equal([("b", 1, true), ("b", 2, true)], found.Select(attempt => (attempt.StageId, attempt.Attempt, attempt.IsAfterOthers)));
        Assert.Equal("success", found[0].Parameters.GetProperty("from").GetString());
        Assert.Equal((ErrorCodes.TaskExecutionFailed, null), (found[0].Outcome!.Code, found[0].Outcome!.Metrics));
        Assert.Equal((null, false), (found[1].Outcome!.Code, found[1].Outcome!.TellsOutputs));
        Assert.Equal(Covered, found[1].Outcome!.Metrics);
    }

    [Fact]
    public void Take_AttemptThatTheHostEnded_SaysThatNothingIsKnown()
    {
        var run = Given.Started("stages: [{ id: a, agent: x, action: y, parameters: { key: \"secret:token\" } }]")
            .Complete("a", AttemptOutcome.Failure(ErrorCodes.StageTimeout, "It took longer."));

        var attempt = Assert.Single(Replay(run));

        Assert.Equal((null, true), (attempt.Outcome, attempt.HasSecretParameters));
        Assert.StartsWith("The host ended it with STAGE_TIMEOUT", attempt.Untold, StringComparison.Ordinal);
    }

    private static List<RecordedAttempt> Replay(Given given)
    {
        var replay = new AttemptReplay(["x"]);
        var run = RunState.New(given.Run.Id, given.Run.Definition);
        foreach (var change in given.Events)
        {
            replay.Take(run, change);
            run = run.Apply(change);
        }

        return replay.Found;
    }
}
