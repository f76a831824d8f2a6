namespace Monolith.Pipelines.Runs.Commands;

internal sealed record ResumeRun(Guid HostId, string HostName, DateTimeOffset At) : IRunCommand;
