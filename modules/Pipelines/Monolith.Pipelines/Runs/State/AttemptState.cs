namespace Monolith.Pipelines.Runs.State;

/// <summary>One attempt of a stage.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Executions">More than 1 when a host died under it and another did it again, or when it was put off.</param>
/// <param name="StartedAt">When it first began.</param>
/// <param name="FinishedAt">Null while it runs.</param>
/// <param name="Error">Null while it runs and when it succeeded.</param>
internal sealed record AttemptState(
    int Number, int Executions, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, RunError? Error)
{
    /// <summary>Whether it failed as the last of the stage's tries; see <see cref="Events.StageFailed.Exhausted"/>.</summary>
    public bool Exhausted { get; init; }
}
