namespace Monolith.Pipelines.Runs.Events;

/// <summary>No further stage begins; stages under way end.</summary>
internal sealed record RunPaused(DateTimeOffset At) : IRunEvent;
