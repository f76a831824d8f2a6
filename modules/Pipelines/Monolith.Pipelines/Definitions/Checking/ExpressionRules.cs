using Monolith.Pipelines.Definitions.Binding;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Expressions;

namespace Monolith.Pipelines.Definitions.Checking;

/// <summary>Every expression can be read and names an input or stage that is there and, for a stage, before its own.</summary>
internal static class ExpressionRules
{
    public static void Check(PipelineDefinition definition, ProblemList problems)
    {
        var before = new Ancestors(definition.Stages);
        foreach (var (name, value) in definition.Environment)
            Check(definition, $"environment.{name}", value, isBefore: null, matrix: null, problems);
        if (definition.Concurrency is { } concurrency)
            Check(definition, "concurrency.key", concurrency.Key, isBefore: null, matrix: null, problems);

        for (var i = 0; i < definition.Stages.Count; i++)
        {
            var stage = definition.Stages[i];
            var index = i;
            bool IsBefore(string other) => before.Has(index, other);
            foreach (var (path, text) in Texts(stage, $"stages[{i}]"))
                Check(definition, path, text, IsBefore, stage.Matrix, problems);
        }
    }

    private static IEnumerable<(string Path, string Text)> Texts(StageDefinition stage, string path) =>
        ExpressionText.Strings(stage.Parameters, $"{path}.parameters")
            .Concat(stage.Environment.Select(variable => ($"{path}.environment.{variable.Key}", variable.Value)))
            .Concat(People(stage, path))
            .Concat(stage.Child is { } child ? ExpressionText.Strings(child.Inputs, $"{path}.pipeline.inputs") : []);

    private static IEnumerable<(string Path, string Text)> People(StageDefinition stage, string path)
    {
        if (stage.Decision is { } decision)
        {
            yield return ($"{path}.decision.title", decision.Title);
            yield return ($"{path}.decision.description", decision.Description);
            yield return ($"{path}.decision.confidence", decision.Confidence);
            yield return ($"{path}.decision.costPerMonth", decision.CostPerMonth);
        }

        if (stage.Clarify is not { } clarify)
            yield break;
        yield return ($"{path}.clarify.text", clarify.Text);
        yield return ($"{path}.clarify.acceptanceCriteria", clarify.AcceptanceCriteria);
        yield return ($"{path}.clarify.confidence", clarify.Confidence);
    }

    private static void Check(
        PipelineDefinition definition, string path, string text, Func<string, bool>? isBefore, MatrixDefinition? matrix, ProblemList problems)
    {
        var template = ExpressionTemplate.Parse(text);
        if (template.Error is { } error)
            problems.Add(path, error);
        foreach (var reference in template.References)
        {
            if (Wrong(definition, reference, isBefore, matrix) is { } message)
                problems.Add(path, message);
        }
    }

    private static string? Wrong(
        PipelineDefinition definition, ExpressionPath reference, Func<string, bool>? isBefore, MatrixDefinition? matrix)
    {
        var name = reference.Segments.Count > 1 ? reference.Segments[1] : "";
        switch (reference.Root)
        {
            case "inputs" when !definition.Inputs.ContainsKey(name):
                return $"The expression '{reference}' names an input that is not declared.{Spelling.DidYouMean(name, definition.Inputs.Keys)}";
            case "stages" when definition.Stages.All(stage => stage.Id != name):
                return $"The expression '{reference}' names a stage that is not there.{Spelling.DidYouMean(name, definition.Stages.Select(s => s.Id))}";
            case "stages" when isBefore is null || !isBefore(name):
                return $"The expression '{reference}' names the stage '{name}', which does not have to end before this one. Add it to needs.";
            case "stages" when reference.Segments.Count < 3 || reference.Segments[2] is not ("outputs" or "metrics" or "status"):
                return $"The expression '{reference}' must go on with .outputs, .metrics or .status.";
            case "inputs" or "stages" or "environment":
                return null;
            case "run" when name is "id" or "project" or "pipeline" or "branch" or "commitSha":
                return null;
            case "answers" when isBefore is not null && name.Length > 0:
                return null;
            case "matrix" when matrix is not null && matrix.Sets.All(set => set.ValueKind == System.Text.Json.JsonValueKind.Object && set.TryGetProperty(name, out _)):
                return null;
            case "matrix":
                return $"The expression '{reference}' names nothing that every parameter set of the stage's matrix has.";
            case "host" when name is "samples":
                return null;
            default:
                return $"The expression '{reference}' names nothing. There are inputs, stages, answers, environment, run.id, run.project, run.pipeline, run.branch, run.commitSha and host.samples.";
        }
    }
}
