namespace Monolith.Pipelines.Runs.Events;

/// <summary>A stage waits for something outside; it holds no thread and no host.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Attempt">Its attempt.</param>
/// <param name="On">One of <see cref="BlockedOn"/>.</param>
/// <param name="Name">The signal's name, or the id of the other run, the decision or the clarification.</param>
/// <param name="Until">When a timer rings, or when the wait is given up; null for never.</param>
/// <param name="At">When.</param>
internal sealed record StageBlocked(
    string Stage, int Attempt, string On, string? Name, DateTimeOffset? Until, DateTimeOffset At) : IRunEvent;

/// <summary>What a stage can wait for; stored names.</summary>
internal static class BlockedOn
{
    public const string Signal = "signal";
    public const string Timer = "timer";
    public const string Run = "run";
    public const string Decision = "decision";
    public const string Clarification = "clarification";
}
