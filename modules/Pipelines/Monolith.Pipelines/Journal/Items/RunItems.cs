using Monolith.Pipelines.Notifications;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Journal.Items;

/// <summary>Which items a commit writes. Pure, like the decision it follows from.</summary>
internal static class RunItems
{
    /// <param name="after">The run with the events applied.</param>
    /// <param name="events">What is committed.</param>
    /// <returns>Each id once: what is written last counts.</returns>
    public static IReadOnlyList<RunItem> Of(RunState after, IReadOnlyList<IRunEvent> events) => NotificationItems.Of(after, events);
}
