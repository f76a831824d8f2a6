using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Deciding;

/// <summary>A host takes a run, or lets go of it.</summary>
internal static class Claiming
{
    public static Problem? Claim(Decision decision, ClaimRun command)
    {
        if (decision.Run.IsFinal || !IsToBeTaken(decision.Run, command))
            return null;

        Take(decision, command.HostId, command.HostName, command.At, isLost: command.DeadHost == command.HostId);
        Timing.Pass(decision, command.At);
        Advancing.StartReady(decision, command.At);
        return null;
    }

    public static Problem? Interrupt(Decision decision, InterruptRun command)
    {
        var run = decision.Run;
        if (run is { IsFinal: false, Running: > 0, InterruptedAt: null } && run.HostId == command.HostId)
            decision.Emit(new RunInterrupted(command.HostId, run.HostName ?? "", [.. UnderWay(run)], command.At));
        return null;
    }

    private static bool IsToBeTaken(RunState run, ClaimRun command)
    {
        if (run.HostId is null || run.HostId == command.DeadHost || run.InterruptedAt is not null)
            return true;
        if (run.Running > 0 && run.HostId != command.HostId)
            return false;
        return Timing.NextDue(run) <= command.At;
    }

    /// <summary>Makes the host the owner unless it is; also when it is, but lost sight of the run.</summary>
    public static void Take(Decision decision, Guid hostId, string hostName, DateTimeOffset at, bool isLost = false)
    {
        var run = decision.Run;
        if (run.HostId == hostId && !isLost && run.InterruptedAt is null)
            return;

        decision.Emit(new RunClaimed(hostId, hostName, [.. UnderWay(run)], at));
    }

    private static IEnumerable<string> UnderWay(RunState run) => run.Definition.Graph.Stages
        .Where(stage => run.Stages[stage.Index].Status == StageStatus.Running)
        .Select(stage => stage.Definition.Id);
}
