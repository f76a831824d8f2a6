namespace Monolith.Pipelines.Runs.Events;

/// <summary>An attempt of a stage began.</summary>
internal sealed record StageStarted(string Stage, int Attempt, DateTimeOffset At) : IRunEvent;
