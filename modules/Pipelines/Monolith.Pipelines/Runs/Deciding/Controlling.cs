using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Deciding;

/// <summary>Pause, resume and cancel. Asking for what already is changes nothing.</summary>
internal static class Controlling
{
    public static Problem? Pause(Decision decision, PauseRun command)
    {
        if (decision.Run.IsFinal)
            return Refuse(decision.Run, "paused");
        if (!decision.Run.IsPaused)
            decision.Emit(new RunPaused(command.At));
        return null;
    }

    public static Problem? Resume(Decision decision, ResumeRun command)
    {
        if (decision.Run.IsFinal)
            return Refuse(decision.Run, "resumed");
        if (!decision.Run.IsPaused)
            return null;

        decision.Emit(new RunResumed(command.At));
        GoOn(decision, command.HostId, command.HostName, command.At);
        return null;
    }

    public static Problem? Cancel(Decision decision, CancelRun command)
    {
        if (decision.Run.Outcome is not (null or RunStatus.Cancelled))
            return Refuse(decision.Run, "cancelled");
        if (!decision.Run.IsFinal)
            decision.Emit(new RunCancelled(command.Reason, command.At));
        return null;
    }

    /// <summary>Begins what can begin. A run with stages under way stays with its host; otherwise the asked host takes it.</summary>
    public static void GoOn(Decision decision, Guid hostId, string hostName, DateTimeOffset at)
    {
        if (decision.Run.Running == 0)
            Claiming.Take(decision, hostId, hostName, at);
        Timing.Pass(decision, at);
        Advancing.StartReady(decision, at);
    }

    private static Problem Refuse(RunState run, string what) =>
        new(ErrorCodes.Conflict, $"The run ended as {run.Status.ToString().ToLowerInvariant()} and cannot be {what}.");
}
