using System.Text.Json;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Journal.Items;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.Events.People;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Notifications;

/// <summary>Which notifications follow from a commit: one for each address that wants to hear of an event. Pure.</summary>
internal static class NotificationItems
{
    /// <param name="after">The run with the events applied.</param>
    /// <param name="events">What is committed.</param>
    public static IReadOnlyList<RunItem> Of(RunState after, IReadOnlyList<IRunEvent> events)
    {
        if (!AreIn(after, events))
            return [];

        var items = new List<RunItem>();
        for (var i = 0; i < events.Count; i++)
        {
            var version = after.Version - events.Count + i + 1;
            if (Look(after.Definition.Definition.Notifications, events[i]) is { } news)
                items.AddRange(news.Addresses.Distinct().Select(address => Item(after, version, address, news, events[i].At)));
            if (after.ReportTo is { } commit && Report(events[i]) is { } report)
                items.Add(Item(after, version, commit, report, events[i].At));
        }

        return items;
    }

    /// <returns>Whether somebody wants to hear of one of the events.</returns>
    public static bool AreIn(RunState after, IReadOnlyList<IRunEvent> events)
    {
        var wanted = after.Definition.Definition.Notifications;
        if (wanted.IsEmpty && after.ReportTo is null)
            return false;
        for (var i = 0; i < events.Count; i++)
        {
            if (Look(wanted, events[i]) is { Addresses.Count: > 0 } || (after.ReportTo is not null && Report(events[i]) is not null))
                return true;
        }

        return false;
    }

    // A run that somebody cancelled is no news to whoever did so.
    private static News? Look(Definitions.Model.Notifications wanted, IRunEvent change) => change switch
    {
        RunSucceeded => new(wanted.OnSuccess, "run.succeeded", RunStatus.Success),
        RunFailed e => new(wanted.OnFailure, "run.failed", RunStatus.Failed, e.Stage, new(e.Code, e.Message)),
        StageFailed e => new(wanted.OnStageFailure, "stage.failed", RunStatus.Running, e.Stage, new(e.Code, e.Message)),
        DecisionRequested { Ruling.IsAutomatic: false } e => new(wanted.OnDecisionRequired, "decision.required", RunStatus.Waiting, e.Stage),
        _ => null,
    };

    /// <summary>A commit shows that the run is there, and how it ended, whoever ended it.</summary>
    private static News? Report(IRunEvent change) => change switch
    {
        RunCreated or RunRetried => new([], "run.created", RunStatus.Running),
        RunCancelled => new([], "run.cancelled", RunStatus.Cancelled),
        RunSucceeded => new([], "run.succeeded", RunStatus.Success),
        RunFailed e => new([], "run.failed", RunStatus.Failed, e.Stage, new(e.Code, e.Message)),
        _ => null,
    };

    private static RunItem Item(RunState run, long version, string address, News news, DateTimeOffset at)
    {
        var data = new NotificationData
        {
            Event = news.Type,
            Address = address,
            At = at,
            Pipeline = run.Pipeline,
            Status = StatusNames.Of(news.Status),
            Stage = news.Stage,
            Cause = news.Error,
            Project = run.Project == Access.Contracts.Projects.Project.Default ? null : run.Project,
        };
        return new RunItem(
            HashedId.Of($"notification/{run.Id}/{version}/{address}"),
            RunItemKinds.Notification,
            news.Stage,
            NotificationStatus.Pending,
            JsonSerializer.Serialize(data, NotificationJson.Default.NotificationData),
            at,
            DueAt: at);
    }

    /// <param name="Addresses">Who wants to hear it.</param>
    /// <param name="Type">As receivers get it.</param>
    /// <param name="Status">The run's as it happened: a stage's failure is told before it is known what becomes of the run.</param>
    /// <param name="Stage">The stage it is about.</param>
    /// <param name="Error">Why.</param>
    private sealed record News(
        IReadOnlyList<string> Addresses, string Type, RunStatus Status, string? Stage = null, NotificationError? Error = null);
}
