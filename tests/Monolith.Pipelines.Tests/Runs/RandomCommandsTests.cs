using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Deciding;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Tests.Runs;

public sealed class RandomCommandsTests
{
    private const string Definition = """
        timeout: 1h
        stages:
          - { id: a, agent: x, action: y }
          - { id: b, agent: x, action: y, needs: [a] }
          - { id: c, wait: { signal: go }, needs: [a], timeout: 50s }
          - { id: d, agent: x, action: y, needs: [b, c], matrix: { axes: { n: [1, 2, 3] }, maxParallel: 2 } }
          - { id: e, wait: { for: 40s } }
          - { id: f, pipeline: { name: other }, needs: [e] }
        """;

    [Property(MaxTest = 500)]
    public Property AnyCommands_AnyOrder_KeepTheInvariants() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(),
        steps =>
        {
            var given = Given.Created(Definition);
            foreach (var step in steps)
                Step(given, Math.Abs((long)step));
            return true;
        });

    private static void Step(Given given, long step)
    {
        var before = given.Run;
        var command = Command(given, step);
        var decided = before.Decide(command);
        if (!decided.IsSuccess)
            return;
        var again = decided.Value.Run.Decide(command);
        var after = decided.Value.Run;

        if (before.IsFinal && command is not RetryRun)
            Assert.Empty(decided.Value.Events);
        if (again.IsSuccess && !MayRepeat(command))
            Assert.Empty(again.Value.Events);
        Check(after);
        given.Do(command);
    }

    /// <summary>A retry begins anew each time, and so does a host that lost sight of its own run.</summary>
    private static bool MayRepeat(IRunCommand command) =>
        command is RetryRun || (command is ClaimRun claim && claim.DeadHost == claim.HostId);

    private static void Check(RunState run)
    {
        Assert.Equal(run.Stages.Count(s => s.Status == StageStatus.Running), run.Running);
        Assert.Equal(run.Stages.Count(s => !s.IsFinal), run.Unfinished);
        Assert.Equal(run.IsFinal, run.Unfinished == 0);
        foreach (var stage in run.Definition.Graph.Stages.Where(s => run.Stages[s.Index].Status == StageStatus.Running))
            Assert.All(stage.Needs, need => Assert.Equal(StageStatus.Success, run.Stages[need.Index].Status));
        Assert.InRange(run.Definition.Graph.Stages.Count(s => s.Set is not null && run.Stages[s.Index].Status == StageStatus.Running), 0, 2);
        if (run is { IsFinal: false, IsPaused: false, HostId: not null })
            Assert.True(
                run.Running > 0 || Timing.NextDue(run) is not null || run.Stages.Any(stage => stage.Status == StageStatus.Blocked),
                "The run stands still and nothing will wake it.");
    }

    private static IRunCommand Command(Given given, long step)
    {
        var now = given.Now.AddSeconds(step % 90);
        var running = given.Run.Definition.Graph.Stages.Where(s => given.Run.Stages[s.Index].Status == StageStatus.Running).ToList();
        var blocked = given.Run.Definition.Graph.Stages.Where(s => given.Run.Stages[s.Index].ChildRun is not null).ToList();
        var kind = step % 15;
        if (kind < 6 && running.Count > 0)
        {
            var stage = running[(int)(step / 15 % running.Count)];
            var outcome = kind switch
            {
                0 => AttemptOutcome.Failure(ErrorCodes.NetworkError, "x", retryable: true),
                1 => AttemptOutcome.Failure(ErrorCodes.TaskExecutionFailed, "x"),
                _ when stage.Definition.Child is not null => new AttemptOutcome { ChildRun = Guid.Empty },
                _ => AttemptOutcome.Success,
            };
            return new CompleteStage(stage.Definition.Id, given.Run.Stages[stage.Index].Attempt, given.Run.Stages[stage.Index].Execution, outcome, now);
        }

        return kind switch
        {
            6 => new PauseRun(now),
            7 => new ResumeRun(Given.Host, "h", now),
            8 when step % 5 == 0 => new CancelRun("x", now),
            9 => new RetryRun(null, Given.Host, "h", now),
            10 => new ClaimRun(Given.OtherHost, "o", step % 2 == 0 ? given.Run.HostId : null, now),
            11 => new PassTime(now),
            12 => new SignalRun("go", null, Given.OtherHost, "o", now),
            14 => new InterruptRun(given.Run.HostId ?? Given.Host, now),
            13 when blocked.Count > 0 => new EndChild(
                blocked[0].Definition.Id, given.Run.Stages[blocked[0].Index].Attempt, AttemptOutcome.Success, Given.OtherHost, "o", now),
            _ => new ClaimRun(Given.Host, "h", null, now),
        };
    }
}
