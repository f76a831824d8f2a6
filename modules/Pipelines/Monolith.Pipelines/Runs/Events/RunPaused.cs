namespace Monolith.Pipelines.Runs.Events;

/// <summary>No further stage begins; stages under way end.</summary>
internal sealed record RunPaused(DateTimeOffset At) : IRunEvent;

/// <summary>Stages begin again.</summary>
internal sealed record RunResumed(DateTimeOffset At) : IRunEvent;
