using Monolith.Pipelines.Notifications;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Journal.Items;

/// <summary>Which items a commit writes. Pure, like the decision it follows from.</summary>
internal static class RunItems
{
    private static readonly Func<RunState, IReadOnlyList<IRunEvent>, IReadOnlyList<RunItem>>[] Kinds = [DeadLetterItems.Of, NotificationItems.Of, PeopleItems.Of];

    /// <param name="after">The run with the events applied.</param>
    /// <param name="events">What is committed.</param>
    /// <returns>Each id once: what is written last counts.</returns>
    public static IReadOnlyList<RunItem> Of(RunState after, IReadOnlyList<IRunEvent> events)
    {
        IReadOnlyList<RunItem> all = [];
        foreach (var kind in Kinds)
        {
            var items = kind(after, events);
            if (items.Count > 0)
                all = all.Count == 0 ? items : [.. all, .. items];
        }

        return all;
    }
}
