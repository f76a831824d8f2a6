using System.Text.Json;
using Monolith.Pipelines.Definitions.Binding;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Definitions.Triggers;
using Monolith.Pipelines.Expressions;

namespace Monolith.Pipelines.Definitions.Checking;

/// <summary>A trigger that could never start a run is a mistake of the definition, and not of whoever sends an event.</summary>
internal static class TriggerRules
{
    private static readonly string[] Webhook =
        ["source", "name", "action", "repository", "cloneUrl", "webUrl", "ref", "branch", "tag", "commitSha", "author", "message", "pullRequest"];

    private static readonly string[] Event = ["id", "type", "source", "subject", "time", "data"];
    private static readonly string[] Schedule = ["schedule", "dueAt"];

    public static void Check(PipelineDefinition definition, ProblemList problems)
    {
        var triggers = definition.Triggers;
        Check("triggers.webhook", triggers.Webhooks.Select(trigger => trigger.Inputs), Webhook);
        Check("triggers.event", triggers.Events.Select(trigger => trigger.Inputs), Event);
        Check("triggers.schedule", triggers.Schedules.Select(trigger => trigger.Inputs), Schedule);
        CheckSchedules(definition, problems);

        void Check(string path, IEnumerable<JsonElement?> all, string[] facts)
        {
            foreach (var (i, inputs) in all.Index())
                CheckInputs(definition, inputs, $"{path}[{i}].inputs", facts, problems);
        }
    }

    private static void CheckInputs(PipelineDefinition definition, JsonElement? inputs, string path, string[] facts, ProblemList problems)
    {
        List<string> given = inputs is { ValueKind: JsonValueKind.Object } value ? [.. value.EnumerateObject().Select(input => input.Name)] : [];
        foreach (var name in given.Where(name => !definition.Inputs.ContainsKey(name)))
            problems.Add($"{path}.{name}", $"The pipeline has no such input.{Spelling.DidYouMean(name, definition.Inputs.Keys)}");
        foreach (var (name, _) in definition.Inputs.Where(input => input.Value is { Required: true, Default: null } && !given.Contains(input.Key)))
            problems.Add($"{path}.{name}", "It is missing: the pipeline requires this input.");
        foreach (var (place, text) in inputs is { } all ? ExpressionText.Strings(all, path) : [])
            CheckText(place, text, facts, problems);
    }

    private static void CheckText(string path, string text, string[] facts, ProblemList problems)
    {
        if (!ExpressionText.HasExpression(text))
            return;
        var template = ExpressionTemplate.Parse(text);
        if (template.Error is { } error)
            problems.Add(path, error);
        foreach (var reference in template.References.Where(reference => reference.Root != "event" || reference.Segments.Count < 2 || !facts.Contains(reference.Segments[1])))
            problems.Add(path, $"The expression '{reference}' names nothing. There are {string.Join(", ", facts.Select(fact => $"event.{fact}"))}.");
    }

    private static void CheckSchedules(PipelineDefinition definition, ProblemList problems)
    {
        foreach (var (i, schedule) in definition.Triggers.Schedules.Index())
        {
            if (definition.Triggers.Schedules.Take(i).Any(other => other.Name == schedule.Name))
                problems.Add($"triggers.schedule[{i}].name", $"There is a schedule '{schedule.Name}' before it. Give each a name of its own.");
            if (schedule.Overlap != OverlappingRuns.Skip && definition.Concurrency is not null)
                problems.Add($"triggers.schedule[{i}].overlap", "The pipeline's own concurrency says what happens to runs side by side. Take one of the two away.");
        }
    }
}
