using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Expressions;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Stages;

/// <summary>What a run's expressions may name.</summary>
internal static class ExpressionScopes
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement.Clone();

    /// <param name="run">The run.</param>
    /// <param name="stage">The stage whose expressions are resolved; null for those of the run itself.</param>
    public static ExpressionScope For(RunState run, GraphStage? stage = null) => new RunScope(run, stage);

    /// <returns>The outputs of the stages that this one needs, by stage.</returns>
    public static JsonElement OutputsBefore(RunState run, GraphStage stage)
    {
        if (stage.Needs.Length == 0)
            return Nothing;
        var outputs = new JsonObject();
        foreach (var need in stage.Needs)
        {
            if (OutputsOf(run, need.Index) is { } value)
                outputs[run.Definition.Graph.Stages[need.Index].Definition.Id] = value;
        }

        return outputs.Count == 0 ? Nothing : JsonSerializer.SerializeToElement(outputs);
    }

    /// <summary>A matrix's outputs are the list of its members' outputs, in their order.</summary>
    private static JsonNode? OutputsOf(RunState run, int index)
    {
        if (run.Definition.Graph.Stages[index] is { Definition.Kind: StageKind.Join, Group: { } group })
            return new JsonArray([.. group.Members.Select(member => OutputsOf(run, member))]);
        return run.Stages[index].Outputs is { } outputs ? JsonNode.Parse(outputs.GetRawText()) : null;
    }

    private sealed class RunScope(RunState run, GraphStage? current) : ExpressionScope
    {
        public override bool TryFind(ExpressionPath path, out JsonNode? value)
        {
            value = path.Root switch
            {
                "inputs" => path.Walk(run.Inputs, 1),
                "matrix" => current?.Set is { } set ? path.Walk(set, 1) : null,
                "answers" => current is not null && run.Stages[current.Index].Answers is { } answers ? path.Walk(answers, 1) : null,
                "stages" => Stage(path),
                "environment" => run.Definition.Definition.Environment.TryGetValue(path.From(1), out var variable) ? variable : null,
                "run" => Run(path.From(1)),
                "host" when path.From(1) == "samples" => Path.Combine(AppContext.BaseDirectory, "samples"),
                _ => null,
            };
            return value is not null;
        }

        private JsonNode? Run(string name) => name switch
        {
            "id" => run.Id.ToString(),
            "project" => run.Project,
            "pipeline" => run.Pipeline,
            "branch" => run.Branch,
            "commitSha" => run.CommitSha,
            _ => null,
        };

        private JsonNode? Stage(ExpressionPath path)
        {
            if (path.Segments.Count < 3 || run.IndexOf(path.Segments[1]) is not (>= 0 and var index))
                return null;
            var stage = run.Stages[index];
            return path.Segments[2] switch
            {
                "status" => stage.Status.ToString().ToLowerInvariant(),
                "outputs" when OutputsOf(run, index) is { } outputs => path.Walk(JsonSerializer.SerializeToElement(outputs), 3),
                "metrics" when stage.Metrics?.TryGetValue(path.From(3), out var metric) == true => metric,
                _ => null,
            };
        }
    }
}
