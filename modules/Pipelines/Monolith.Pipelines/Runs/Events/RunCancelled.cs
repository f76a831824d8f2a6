namespace Monolith.Pipelines.Runs.Events;

/// <summary>A person ended it: stages under way are stopped, the others skipped.</summary>
internal sealed record RunCancelled(string Reason, DateTimeOffset At) : IRunEvent;
