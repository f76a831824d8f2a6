namespace Monolith.Pipelines.Runs.Commands;

/// <summary>
/// A host takes the run if it is queued or due, or if its owner is known to be dead, and begins what can begin. A run that
/// another host has under way, or that has nothing to do, is left as it is.
/// </summary>
/// <param name="HostId">The new owner.</param>
/// <param name="HostName">For people.</param>
/// <param name="DeadHost">The owner that was seen without a lease, or the host itself when it lost sight of the run; null when none was.</param>
/// <param name="At">When.</param>
internal sealed record ClaimRun(Guid HostId, string HostName, Guid? DeadHost, DateTimeOffset At) : IRunCommand;
