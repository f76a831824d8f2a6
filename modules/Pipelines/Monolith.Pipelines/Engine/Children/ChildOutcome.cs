using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Children;

/// <summary>What a run brings to the stage that waited for it.</summary>
internal static class ChildOutcome
{
    /// <returns>Outputs <c>{runId, stages: {id: outputs}}</c>; metrics <c>stage.metric</c>.</returns>
    public static AttemptOutcome Of(RunState child)
    {
        var outcome = child.Status == RunStatus.Success
            ? new AttemptOutcome { Outputs = Outputs(child) }
            : AttemptOutcome.Failure(ErrorCodes.StageExecutionFailed, $"Run {child.Id} of '{child.Pipeline}' ended as {StatusNames.Of(child.Status)}: {child.Error?.Message}");
        return outcome with { Metrics = Metrics(child) };
    }

    private static JsonElement Outputs(RunState child)
    {
        var stages = new JsonObject();
        foreach (var stage in child.Definition.Graph.Stages)
        {
            if (child.Stages[stage.Index].Outputs is { } outputs)
                stages[stage.Definition.Id] = JsonNode.Parse(outputs.GetRawText());
        }

        return JsonSerializer.SerializeToElement(new JsonObject { ["runId"] = child.Id.ToString(), ["stages"] = stages });
    }

    private static Dictionary<string, double>? Metrics(RunState child)
    {
        var metrics = new Dictionary<string, double>();
        foreach (var stage in child.Definition.Graph.Stages)
        {
            foreach (var (name, value) in child.Stages[stage.Index].Metrics ?? new Dictionary<string, double>())
                metrics[$"{stage.Definition.Id}.{name}"] = value;
        }

        return metrics.Count == 0 ? null : metrics;
    }
}
