namespace Monolith.Pipelines.Runs.Events;

/// <summary>A host took the run: first of all, after a wait, or from a host that died.</summary>
/// <param name="HostId">The owner from now on. Whoever owned it before can commit nothing more: its version is stale.</param>
/// <param name="HostName">For people.</param>
/// <param name="Interrupted">Stages that ran on the host before and are done again, same attempt, same idempotency key.</param>
/// <param name="At">When.</param>
internal sealed record RunClaimed(Guid HostId, string HostName, IReadOnlyList<string> Interrupted, DateTimeOffset At) : IRunEvent;

/// <summary>The owner stopped in good order and let go of the run: any host may claim it at once and do these stages again.</summary>
/// <param name="HostId">The owner until now.</param>
/// <param name="HostName">For people.</param>
/// <param name="Stages">What was under way.</param>
/// <param name="At">When.</param>
internal sealed record RunInterrupted(Guid HostId, string HostName, IReadOnlyList<string> Stages, DateTimeOffset At) : IRunEvent;
