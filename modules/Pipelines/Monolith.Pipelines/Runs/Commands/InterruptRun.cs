namespace Monolith.Pipelines.Runs.Commands;

/// <summary>The host stops: a run that it has under way is let go of. Any other run is left as it is.</summary>
/// <param name="HostId">The host.</param>
/// <param name="At">When.</param>
internal sealed record InterruptRun(Guid HostId, DateTimeOffset At) : IRunCommand;
