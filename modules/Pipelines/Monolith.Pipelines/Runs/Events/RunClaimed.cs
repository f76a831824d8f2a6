namespace Monolith.Pipelines.Runs.Events;

/// <summary>A host took the run: first of all, after a wait, or from a host that died.</summary>
/// <param name="HostId">The owner from now on. Whoever owned it before can commit nothing more: its version is stale.</param>
/// <param name="HostName">For people.</param>
/// <param name="Interrupted">Stages that ran on the host before and are done again, same attempt, same idempotency key.</param>
/// <param name="At">When.</param>
internal sealed record RunClaimed(Guid HostId, string HostName, IReadOnlyList<string> Interrupted, DateTimeOffset At) : IRunEvent;
