namespace Monolith.Pipelines.Runs.Commands;

/// <summary>The run that a stage waited for ended.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Attempt">Its attempt.</param>
/// <param name="Outcome">What it brought.</param>
/// <param name="HostId">The host that goes on with the run when no other has it.</param>
/// <param name="HostName">For people.</param>
/// <param name="At">When.</param>
internal sealed record EndChild(
    string Stage, int Attempt, AttemptOutcome Outcome, Guid HostId, string HostName, DateTimeOffset At) : IRunCommand;
