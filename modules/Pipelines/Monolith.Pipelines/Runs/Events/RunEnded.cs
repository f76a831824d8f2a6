namespace Monolith.Pipelines.Runs.Events;

/// <summary>Every stage ended, and none failed that the run needed.</summary>
internal sealed record RunSucceeded(DateTimeOffset At) : IRunEvent;

/// <summary>A stage the run needed failed, or its time ran out; stages not ended by then are skipped.</summary>
/// <param name="Code">The stable code of the cause.</param>
/// <param name="Message">For people.</param>
/// <param name="Stage">The first stage that failed; null when none did.</param>
/// <param name="At">When.</param>
internal sealed record RunFailed(string Code, string Message, string? Stage, DateTimeOffset At) : IRunEvent;

/// <summary>A person ended it: stages under way are stopped, the others skipped.</summary>
internal sealed record RunCancelled(string Reason, DateTimeOffset At) : IRunEvent;
