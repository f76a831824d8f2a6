namespace Monolith.Pipelines.Runs.Events;

/// <summary>Every stage ended, and none failed that the run needed.</summary>
internal sealed record RunSucceeded(DateTimeOffset At) : IRunEvent;
