namespace Monolith.Host.Drill.Evidence;

/// <summary>One execution of a stage's attempt, as the journal outside the database tells it.</summary>
/// <param name="Id">Unique; a committed stage names it in its outputs.</param>
/// <param name="Run">The run.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="IdempotencyKey">The key that the agent was given.</param>
/// <param name="Pid">The process that did it.</param>
/// <param name="Began">When.</param>
/// <param name="Ended">Whether it came to its end.</param>
internal sealed record Execution(
    string Id, Guid Run, string Stage, int Attempt, string IdempotencyKey, int Pid, DateTimeOffset Began, bool Ended);
