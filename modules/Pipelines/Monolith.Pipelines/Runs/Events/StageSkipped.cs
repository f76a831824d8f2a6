namespace Monolith.Pipelines.Runs.Events;

/// <summary>A stage is not done, because a stage it needs did not end as it must.</summary>
internal sealed record StageSkipped(string Stage, string Reason, DateTimeOffset At) : IRunEvent;
