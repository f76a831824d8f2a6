using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Binding;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Deciding.People;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Deciding;

/// <summary>Stages that wait for a signal, a time or another run: rows with a time, not threads.</summary>
internal static class Waiting
{
    public static void Begin(Decision decision, GraphStage stage, DateTimeOffset at)
    {
        var wait = stage.Definition.Wait!;
        if (wait.Signal is { } signal && decision.Run.Signals.TryGetValue(signal, out var payload))
            decision.Emit(Succeeded(decision.Run, stage.Index, payload, at));
        else
            decision.Emit(new StageBlocked(
                stage.Definition.Id,
                decision.Run.Stages[stage.Index].Attempt,
                wait.Signal is null ? BlockedOn.Timer : BlockedOn.Signal,
                wait.Signal,
                at + (wait.For ?? stage.Definition.Timeout),
                at));
    }

    /// <summary>The first payload of a signal counts: the same once more changes nothing, another one is refused.</summary>
    public static Problem? Signal(Decision decision, SignalRun command)
    {
        var run = decision.Run;
        if (!run.Definition.Graph.Signals.Contains(command.Signal))
            return new Problem(ErrorCodes.NotFound, NoSuch(run, command.Signal), "signal");
        if (run.Signals.TryGetValue(command.Signal, out var known))
            return known?.GetRawText() == command.Payload?.GetRawText()
                ? null
                : new Problem(ErrorCodes.Conflict, $"The signal '{command.Signal}' was given before with another payload.");
        if (run.IsFinal)
            return new Problem(ErrorCodes.Conflict, $"The run ended as {run.Status.ToString().ToLowerInvariant()} and takes no signals.");

        var waiting = run.Definition.Graph.Stages.Where(stage => IsBlockedOn(run.Stages[stage.Index], command.Signal)).ToList();
        if (waiting.Count > 0 && run.Running == 0)
            Claiming.Take(decision, command.HostId, command.HostName, command.At);
        decision.Emit(new RunSignalled(command.Signal, command.Payload, command.At));
        foreach (var stage in waiting)
        {
            decision.Emit(Succeeded(decision.Run, stage.Index, command.Payload, command.At));
            Advancing.After(decision, stage.Index, command.At);
        }

        return null;
    }

    public static Problem? EndChild(Decision decision, EndChild command)
    {
        var run = decision.Run;
        var state = run.Stages[run.IndexOf(command.Stage)];
        if (run.IsFinal || state.IsFinal || state.Attempt != command.Attempt)
            return null;
        if (run.Running == 0)
            Claiming.Take(decision, command.HostId, command.HostName, command.At);
        return Completing.Complete(decision, new CompleteStage(command.Stage, command.Attempt, state.Execution, command.Outcome, command.At));
    }

    /// <summary>A wait's time is up: a timer is what was waited for, anything else has failed to come.</summary>
    public static void TimeIsUp(Decision decision, int index, DateTimeOffset now)
    {
        var run = decision.Run;
        var stage = run.Definition.Graph.Stages[index].Definition;
        var state = run.Stages[index];
        if (state.Blocked!.On == BlockedOn.Decision)
        {
            Approving.Expire(decision, Guid.Parse(state.Blocked.Name!), now);
            return;
        }

        decision.Emit(state.Blocked!.On == BlockedOn.Timer
            ? Succeeded(run, index, payload: null, now)
            : new StageFailed(
                stage.Id, state.Attempt, ErrorCodes.StageTimeout, TooLong(stage, state.Blocked), null, null, null, now));
        Advancing.After(decision, index, now);
    }

    private static string TooLong(StageDefinition stage, BlockedState blocked) => blocked.On == BlockedOn.Clarification
        ? "Nobody answered its questions in time."
        : $"It waited longer than its timeout of {Durations.Format(stage.Timeout!.Value)}.";

    private static StageSucceeded Succeeded(RunState run, int index, System.Text.Json.JsonElement? payload, DateTimeOffset at) => new(
        run.Definition.Graph.Stages[index].Definition.Id, run.Stages[index].Attempt, payload, null, null, null, at);

    private static bool IsBlockedOn(StageState stage, string signal) =>
        stage is { Status: StageStatus.Blocked, Blocked: { On: BlockedOn.Signal } blocked } && blocked.Name == signal;

    private static string NoSuch(RunState run, string signal) => run.Definition.Graph.Signals.Count == 0
        ? "No stage of the run waits for a signal."
        : $"No stage of the run waits for '{signal}'; they wait for {string.Join(", ", run.Definition.Graph.Signals)}.";
}
