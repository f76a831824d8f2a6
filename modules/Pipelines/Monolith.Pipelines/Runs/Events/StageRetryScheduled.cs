namespace Monolith.Pipelines.Runs.Events;

/// <summary>An attempt failed and another follows.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Attempt">The attempt that failed.</param>
/// <param name="Code">Why.</param>
/// <param name="Message">Why, for people.</param>
/// <param name="NotBefore">When the next attempt begins.</param>
/// <param name="At">When it was decided.</param>
internal sealed record StageRetryScheduled(
    string Stage, int Attempt, string Code, string Message, DateTimeOffset NotBefore, DateTimeOffset At) : IRunEvent;

/// <summary>An attempt was not made, because the breaker of its agent is open. It begins again under the same number, and counts as not made.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Attempt">The attempt that is put off.</param>
/// <param name="Reason">A stable code.</param>
/// <param name="Message">Why, for people.</param>
/// <param name="NotBefore">When it begins again.</param>
/// <param name="At">When it was decided.</param>
internal sealed record StagePostponed(
    string Stage, int Attempt, string Reason, string Message, DateTimeOffset NotBefore, DateTimeOffset At) : IRunEvent;
