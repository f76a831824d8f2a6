using System.Text.Json;
using Monolith.Pipelines.Contracts.Triggers;

namespace Monolith.Pipelines.Definitions.Triggers;

/// <summary>What starts runs of a pipeline besides people.</summary>
internal sealed record TriggersDefinition(
    IReadOnlyList<WebhookTrigger> Webhooks, IReadOnlyList<EventTrigger> Events, IReadOnlyList<ScheduleTrigger> Schedules)
{
    public static readonly TriggersDefinition None = new([], [], []);

    public bool IsEmpty => Webhooks.Count + Events.Count + Schedules.Count == 0;
}

/// <summary>A delivery of a forge. Lists that are empty take anything.</summary>
/// <param name="Source">Which forge.</param>
/// <param name="Repositories">Globs of <c>owner/name</c>.</param>
/// <param name="Events">What happened.</param>
/// <param name="Branches">Globs of the branch that was pushed to, or that a pull request is to go into.</param>
/// <param name="Tags">Globs of the tag.</param>
/// <param name="Forks">Whether pull requests from other repositories count: their code is of anybody.</param>
/// <param name="ReportStatus">Whether the forge is told what becomes of the run, at the commit.</param>
/// <param name="Inputs">An object; its texts may hold expressions over <c>event</c>.</param>
internal sealed record WebhookTrigger(
    Forge Source,
    IReadOnlyList<string> Repositories,
    IReadOnlyList<ForgeEvent> Events,
    IReadOnlyList<string> Branches,
    IReadOnlyList<string> Tags,
    bool Forks,
    bool ReportStatus,
    JsonElement? Inputs);

/// <summary>A CloudEvent. What is null takes anything.</summary>
/// <param name="Type">A glob.</param>
/// <param name="Source">A glob.</param>
/// <param name="Subject">A glob.</param>
/// <param name="Inputs">An object; its texts may hold expressions over <c>event</c>.</param>
internal sealed record EventTrigger(string Type, string? Source, string? Subject, JsonElement? Inputs);

/// <summary>Times.</summary>
/// <param name="Name">Unique in the pipeline.</param>
/// <param name="Cron">Five fields.</param>
/// <param name="TimeZone">Of the IANA database.</param>
/// <param name="Missed">What becomes of times at which no host looked.</param>
/// <param name="Overlap">What becomes of a time while the run of an earlier one is not over.</param>
/// <param name="Inputs">An object; its texts may hold expressions over <c>event</c>.</param>
internal sealed record ScheduleTrigger(string Name, string Cron, string TimeZone, MissedTimes Missed, OverlappingRuns Overlap, JsonElement? Inputs);

internal enum Forge
{
    Github,
    Gitlab,
}

internal enum ForgeEvent
{
    Push,
    Tag,
    PullRequest,
}

internal enum OverlappingRuns
{
    /// <summary>No run.</summary>
    Skip,

    /// <summary>It waits.</summary>
    Queue,

    /// <summary>The earlier one is cancelled.</summary>
    CancelOlder,
}
