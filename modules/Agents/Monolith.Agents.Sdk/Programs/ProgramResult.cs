namespace Monolith.Agents.Sdk;

/// <summary>A program that ran to its end.</summary>
/// <param name="ExitCode">0 means success by custom; 128 + signal when a signal ended it.</param>
/// <param name="StandardOutput">What it printed; of more than 4 MiB, the last 4 MiB.</param>
/// <param name="StandardError">Likewise.</param>
/// <param name="Duration">From start to exit.</param>
public sealed record ProgramResult(int ExitCode, string StandardOutput, string StandardError, TimeSpan Duration);
