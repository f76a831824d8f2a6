namespace Monolith.Pipelines.Runs.Commands;

internal sealed record PauseRun(DateTimeOffset At) : IRunCommand;
