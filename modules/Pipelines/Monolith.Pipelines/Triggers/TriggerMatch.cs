using System.Text.Json;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Pipelines.Definitions.Triggers;

namespace Monolith.Pipelines.Triggers;

/// <summary>The trigger that an event fits.</summary>
/// <param name="Inputs">As the trigger gives them.</param>
/// <param name="ReportStatus">Whether whoever sent it wants to hear what becomes of the run.</param>
internal sealed record TriggerMatch(JsonElement? Inputs, bool ReportStatus)
{
    /// <returns>The first that fits; null for none.</returns>
    public static TriggerMatch? Of(TriggersDefinition triggers, TriggerEvent what) => what.Kind switch
    {
        TriggerKind.Webhook => triggers.Webhooks.FirstOrDefault(trigger => Fits(trigger, what)) is { } found ? new(found.Inputs, found.ReportStatus) : null,
        _ => triggers.Events.FirstOrDefault(trigger => Fits(trigger, what)) is { } found ? new(found.Inputs, false) : null,
    };

    private static bool Fits(WebhookTrigger trigger, TriggerEvent what) =>
        string.Equals(trigger.Source.ToString(), what.Source, StringComparison.OrdinalIgnoreCase)
        && (!what.IsForeign || trigger.Forks)
        && Any(trigger.Repositories, what.Subject, StringComparison.OrdinalIgnoreCase)
        && Enum.TryParse<ForgeEvent>(what.Name, ignoreCase: true, out var happened)
        && (trigger.Events.Count == 0 || trigger.Events.Contains(happened))
        && FitsTarget(trigger, happened, what.Target);

    /// <summary>Who names branches alone does not mean tags, and the other way round.</summary>
    private static bool FitsTarget(WebhookTrigger trigger, ForgeEvent happened, string? target) => happened == ForgeEvent.Tag
        ? (trigger.Tags.Count > 0 || trigger.Branches.Count == 0) && Any(trigger.Tags, target, StringComparison.Ordinal)
        : (trigger.Branches.Count > 0 || trigger.Tags.Count == 0) && Any(trigger.Branches, target, StringComparison.Ordinal);

    private static bool Fits(EventTrigger trigger, TriggerEvent what) =>
        One(trigger.Type, what.Name) && One(trigger.Source, what.Source) && One(trigger.Subject, what.Subject);

    private static bool One(string? pattern, string? text) => pattern is null || (text is not null && Glob.Matches(pattern, text, StringComparison.Ordinal));

    private static bool Any(IReadOnlyList<string> patterns, string? text, StringComparison comparison) =>
        patterns.Count == 0 || (text is not null && patterns.Any(pattern => Glob.Matches(pattern, text, comparison)));
}
