using Monolith.Kernel;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Runs.Backoffs;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Guards;

/// <summary>What becomes of an attempt before an open breaker: the stage is put off, or fails at once if its author wants that.</summary>
internal static class CircuitOpen
{
    /// <summary>While probes are under way one after the other, who waits comes ever less often, up to this.</summary>
    private static readonly TimeSpan LongestBesideProbes = TimeSpan.FromMinutes(1);

    private const double Spread = 0.1;

    public static AttemptOutcome Outcome(RunState run, GraphStage stage, DateTimeOffset retryAt, DateTimeOffset now)
    {
        var message = $"The breaker of agent '{stage.Definition.Agent}' is open, because most of its calls failed; the agent was not called.";
        return stage.Definition.Retry.WhenOpen == WhenOpen.Fail
            ? AttemptOutcome.Failure(ErrorCodes.CircuitOpen, message, retryable: false)
            : new AttemptOutcome { Postponed = new Postponement(ErrorCodes.CircuitOpen, message, now + Wait(run, stage, retryAt - now)) };
    }

    /// <summary>Stages that were put off together do not come back together.</summary>
    private static TimeSpan Wait(RunState run, GraphStage stage, TimeSpan least)
    {
        var times = run.Stages[stage.Index].Postponed;
        var longer = least * Math.Pow(2, Math.Min(times, 10));
        var wait = longer < LongestBesideProbes ? longer : least > LongestBesideProbes ? least : LongestBesideProbes;
        return wait * (1 + (Spread * HashedChance.Of($"{run.Id}/{stage.Definition.Id}/{times}")));
    }
}
