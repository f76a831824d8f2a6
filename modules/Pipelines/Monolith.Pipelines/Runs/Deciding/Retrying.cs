using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Deciding;

/// <summary>A person has a run that failed or was cancelled go on.</summary>
internal static class Retrying
{
    public static Problem? Retry(Decision decision, RetryRun command)
    {
        var run = decision.Run;
        if (run.Outcome is not (RunStatus.Failed or RunStatus.Cancelled))
            return new Problem(ErrorCodes.Conflict, $"Only a failed or cancelled run can be retried; this one is {run.Status.ToString().ToLowerInvariant()}.");

        if (command.FromStage is { } from && run.IndexOf(from) < 0)
            return new Problem(ErrorCodes.StageNotFound, $"The run has no stage '{from}'.", "fromStage");

        var reset = ToReset(run, command.FromStage);
        decision.Emit(new RunRetried(Ids(run, index => reset[index]), Ids(run, index => !reset[index]), command.At));
        Controlling.GoOn(decision, command.HostId, command.HostName, command.At);
        return null;
    }

    /// <summary>What did not succeed, or the named stage; and all that depends on any of it.</summary>
    private static bool[] ToReset(RunState run, string? fromStage)
    {
        var graph = run.Definition.Graph;
        var reset = new bool[graph.Stages.Count];
        var queue = new Queue<int>(graph.Stages
            .Where(stage => run.Stages[stage.Index].Status != StageStatus.Success || stage.Definition.Id == fromStage)
            .Select(stage => stage.Index));
        while (queue.TryDequeue(out var index))
        {
            if (reset[index])
                continue;
            reset[index] = true;
            foreach (var dependent in graph.Stages[index].Dependents)
                queue.Enqueue(dependent);
        }

        return reset;
    }

    private static List<string> Ids(RunState run, Func<int, bool> which) =>
        [.. run.Definition.Graph.Stages.Where(stage => which(stage.Index)).Select(stage => stage.Definition.Id)];
}
