using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Deciding;

/// <summary>What a fork takes over from its source.</summary>
internal static class Forking
{
    /// <param name="source">The run as it is.</param>
    /// <param name="definition">The fork's; stages that only one of the two has are not taken over.</param>
    /// <param name="fromStage">Done again with all that depends on it; null for all that did not succeed.</param>
    /// <param name="at">When.</param>
    public static StagesReused Reuse(RunState source, CompiledDefinition definition, string? fromStage, DateTimeOffset at)
    {
        var again = Reworking.Of(source, fromStage);
        var reused = source.Definition.Graph.Stages
            .Where(stage => !again[stage.Index] && definition.Graph.IndexOf(stage.Definition.Id) >= 0)
            .Select(stage => Taken(stage.Definition.Id, source.Stages[stage.Index]));
        return new StagesReused([.. reused], at);
    }

    private static ReusedStage Taken(string stage, StageState state) =>
        new(stage, state.Outputs, state.Metrics, state.Artifacts, state.Gates);
}
