namespace Monolith.Pipelines.Runs.State;

/// <summary>Why a run, a stage or an attempt failed.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Message">For people.</param>
/// <param name="Stage">Of a run: the first stage that failed.</param>
internal sealed record RunError(string Code, string Message, string? Stage = null);
