using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Deciding;

/// <summary>Which stages a retry or a fork does again.</summary>
internal static class Reworking
{
    /// <summary>What did not succeed, and the named stage; and all that depends on any of it.</summary>
    /// <returns>By the stage's index.</returns>
    public static bool[] Of(RunState run, string? fromStage)
    {
        var graph = run.Definition.Graph;
        var again = new bool[graph.Stages.Count];
        var queue = new Queue<int>(graph.Stages.Where(stage => IsFirst(run, stage, fromStage)).Select(stage => stage.Index));
        while (queue.TryDequeue(out var index))
        {
            if (again[index])
                continue;
            again[index] = true;
            foreach (var dependent in graph.Stages[index].Dependents)
                queue.Enqueue(dependent);
        }

        return again;
    }

    /// <summary>A matrix named as a whole means all its members.</summary>
    private static bool IsFirst(RunState run, GraphStage stage, string? fromStage) =>
        run.Stages[stage.Index].Status != StageStatus.Success
        || stage.Definition.Id == fromStage
        || (stage.Group is { } group && run.Definition.Graph.Stages[group.Join].Definition.Id == fromStage);
}
