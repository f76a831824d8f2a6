using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Journal.Items;

/// <summary>A stage that ran out of tries becomes a dead letter; a retry of its run, by whatever way, has it replayed.</summary>
internal static class DeadLetterItems
{
    public const string Open = "open";
    public const string Replayed = "replayed";

    /// <summary>See <see cref="RunItems.Of"/>.</summary>
    public static IReadOnlyList<RunItem> Of(RunState after, IReadOnlyList<IRunEvent> events)
    {
        Dictionary<Guid, RunItem>? items = null;
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i] is StageFailed { Exhausted: true } failed)
                Add(failed.Stage, failed.Attempt, Open);
            else if (events[i] is RunRetried retried)
                AddReplayed(retried);
        }

        return items is null ? [] : [.. items.Values];

        void AddReplayed(RunRetried retried)
        {
            foreach (var stage in retried.Reset)
                Add(stage, after.Stages[after.IndexOf(stage)].EarlierAttempts, Replayed);
        }

        void Add(string stage, int attempt, string status)
        {
            if (after.Stages[after.IndexOf(stage)].Attempts.FirstOrDefault(one => one.Number == attempt) is { Exhausted: true } last)
                (items ??= [])[IdOf(after.Id, stage, attempt)] = Item(after, stage, last, status);
        }
    }

    private static Guid IdOf(Guid run, string stage, int attempt) => HashedId.Of($"{run}/{stage}/{attempt}/dead_letter");

    private static RunItem Item(RunState run, string stage, AttemptState last, string status)
    {
        var definition = run.Definition.Graph.Stages[run.IndexOf(stage)].Definition;
        var isAgent = definition.Kind == StageKind.Agent;
        var data = new DeadLetterData(
            last.Error!.Code, last.Error.Message, last.Number, isAgent ? definition.Agent : null, isAgent ? definition.Action : null, run.Pipeline);
        return new RunItem(
            IdOf(run.Id, stage, last.Number), RunItemKinds.DeadLetter, stage, status, StorableJson.Serialize(data, JournalJson.Default.DeadLetterData), last.FinishedAt!.Value);
    }
}
