namespace Monolith.Pipelines.Runs.Commands;

/// <summary>Does a failed or cancelled run's missing stages again.</summary>
/// <param name="FromStage">Done again with all that depends on it; null for every stage that did not succeed.</param>
/// <param name="HostId">The host that goes on with it.</param>
/// <param name="HostName">For people.</param>
/// <param name="At">When.</param>
internal sealed record RetryRun(string? FromStage, Guid HostId, string HostName, DateTimeOffset At) : IRunCommand;
