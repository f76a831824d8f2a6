namespace Monolith.Pipelines.Runs.Commands;

internal sealed record CancelRun(string Reason, DateTimeOffset At) : IRunCommand;
