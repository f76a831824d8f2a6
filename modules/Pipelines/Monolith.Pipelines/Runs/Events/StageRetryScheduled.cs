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
