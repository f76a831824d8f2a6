namespace Monolith.Pipelines.Runs.Events;

/// <summary>Stages begin again.</summary>
internal sealed record RunResumed(DateTimeOffset At) : IRunEvent;
