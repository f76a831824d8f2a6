using System.Text.Json;
using Monolith.Pipelines.Definitions.Binding;

namespace Monolith.Pipelines.Definitions.Triggers;

/// <summary>The part <c>triggers</c> of a definition.</summary>
internal static class TriggersBinder
{
    private const int MaxTriggers = 20;
    private const int MaxGlobs = 50;
    private const int MaxText = 200;

    public static TriggersDefinition Bind(Field field)
    {
        if (field.IsAbsent || !field.IsObject("webhook", "event", "schedule"))
            return TriggersDefinition.None;
        return new TriggersDefinition(
            [.. field["webhook"].Items(MaxTriggers).Select(Webhook)],
            [.. field["event"].Items(MaxTriggers).Select(Event)],
            [.. field["schedule"].Items(MaxTriggers).Select(ScheduleBinder.Bind)]);
    }

    /// <returns>Null when the author says nothing.</returns>
    public static JsonElement? Inputs(Field field)
    {
        if (field.IsAbsent)
            return null;
        if (field.Value.ValueKind != JsonValueKind.Object)
            field.Wrong("Give an object here.");
        return field.Value.Clone();
    }

    private static WebhookTrigger Webhook(Field field)
    {
        field.IsObject("source", "repositories", "events", "branches", "tags", "forks", "reportStatus", "inputs");
        if (field["source"].IsAbsent)
            field["source"].Wrong("It is missing. Give github or gitlab.");
        return new WebhookTrigger(
            field["source"].Choice(Forge.Github),
            Globs(field["repositories"]),
            [.. field["events"].Items(MaxGlobs).Select(item => item.Choice(ForgeEvent.Push))],
            Globs(field["branches"]),
            Globs(field["tags"]),
            field["forks"].Flag(false),
            field["reportStatus"].Flag(false),
            Inputs(field["inputs"]));
    }

    private static EventTrigger Event(Field field)
    {
        field.IsObject("type", "source", "subject", "inputs");
        return new EventTrigger(
            field["type"].Text(required: true, most: MaxText), Glob(field["source"]), Glob(field["subject"]), Inputs(field["inputs"]));
    }

    private static List<string> Globs(Field field) => [.. field.Items(MaxGlobs).Select(item => item.Text(required: true, most: MaxText))];

    private static string? Glob(Field field) => field.IsAbsent ? null : field.Text(most: MaxText);
}
