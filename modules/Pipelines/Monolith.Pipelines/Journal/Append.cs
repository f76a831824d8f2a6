using Monolith.Pipelines.Journal.Items;
using Monolith.Pipelines.Runs.Events;

namespace Monolith.Pipelines.Journal;

/// <summary>Events to be committed to one run, all or none.</summary>
internal sealed record Append(Guid RunId, long FromVersion, IReadOnlyList<EventRow> Events)
{
    /// <summary>The run's.</summary>
    public required string Project { get; init; }

    /// <summary>The run's row in the list, when it changes.</summary>
    public RunRow? Row { get; init; }

    /// <summary>With the first event: the caller's key, taken in the same transaction.</summary>
    public RequestKey? Key { get; init; }

    /// <summary>The place of a concurrency key that the run takes with this; without a free one nothing of it goes in.</summary>
    public RunConcurrency? Place { get; init; }

    /// <summary>Whether the run gives its place back.</summary>
    public bool LeavesPlace { get; init; }

    /// <summary>What is found apart from the run; each id once.</summary>
    public IReadOnlyList<RunItem> Items { get; init; } = [];

    public long ToVersion => FromVersion + Events.Count;
}

/// <summary>One event as it is stored.</summary>
internal readonly record struct EventRow(RunEventType Type, string Data, DateTimeOffset At)
{
    public static EventRow Of(IRunEvent change)
    {
        var type = RunEventTypes.Of(change);
        return new EventRow(type, StorableJson.Serialize(change, type.Json), change.At);
    }
}

/// <summary>A caller's idempotency key and the hash of the request it came with.</summary>
internal sealed record RequestKey(string Key, string RequestHash);
