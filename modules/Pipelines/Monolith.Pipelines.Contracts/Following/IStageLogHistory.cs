namespace Monolith.Pipelines.Contracts.Following;

/// <summary>Reads what stages wrote, and tells when they write.</summary>
public interface IStageLogHistory
{
    /// <param name="runId">The run.</param>
    /// <param name="stage">The stage's id.</param>
    /// <param name="after">Only what comes after this place; the default for all.</param>
    /// <param name="most">How many pieces at most.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>In order.</returns>
    Task<IReadOnlyList<StageLogPiece>> ReadAsync(Guid runId, string stage, StageLogPlace after, int most, CancellationToken cancellationToken);

    /// <returns>Whether the stage writes no more unless it is retried; null when there is no such run or stage.</returns>
    Task<bool?> IsOverAsync(Guid runId, string stage, CancellationToken cancellationToken);

    /// <summary>Calls <paramref name="onLines"/> when a stage that this host does has written. It must return at once. Stages on other hosts are heard of by reading.</summary>
    IDisposable Subscribe(Guid runId, string stage, Action onLines);
}

/// <summary>A place in a stage's log.</summary>
/// <param name="Attempt">From 1.</param>
/// <param name="Number">Grows within the attempt, with gaps.</param>
public readonly record struct StageLogPlace(int Attempt, long Number);

/// <summary>Some lines of a stage's log.</summary>
/// <param name="Place">Where they stand.</param>
/// <param name="Text">Whole lines: time, level, text.</param>
public sealed record StageLogPiece(StageLogPlace Place, string Text);
