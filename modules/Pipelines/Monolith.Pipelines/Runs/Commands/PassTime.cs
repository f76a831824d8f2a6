namespace Monolith.Pipelines.Runs.Commands;

/// <summary>Time went by: scheduled attempts that are due begin, a run past its deadline fails.</summary>
internal sealed record PassTime(DateTimeOffset At) : IRunCommand;
