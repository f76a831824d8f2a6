using Monolith.Pipelines.Contracts.Following;

namespace Monolith.Live.Tests.Support;

/// <summary>The log of one stage, as it is written.</summary>
internal sealed class WrittenLogs : IStageLogHistory
{
    public const string Stage = "build";

    private readonly Lock gate = new();
    private readonly List<StageLogPiece> pieces = [];
    private Action? tell;
    private bool isOver;

    public void Write(string text)
    {
        lock (gate)
            pieces.Add(new StageLogPiece(new StageLogPlace(1, pieces.Count + 1), text));
        tell?.Invoke();
    }

    public void End()
    {
        isOver = true;
        tell?.Invoke();
    }

    public Task<IReadOnlyList<StageLogPiece>> ReadAsync(Guid runId, string stage, StageLogPlace after, int most, CancellationToken cancellationToken)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyList<StageLogPiece>>([.. pieces.Where(piece => piece.Place.Number > after.Number).Take(most)]);
    }

    public Task<bool?> IsOverAsync(Guid runId, string stage, CancellationToken cancellationToken) => Task.FromResult<bool?>(stage == Stage ? isOver : null);

    public IDisposable Subscribe(Guid runId, string stage, Action onLines)
    {
        tell += onLines;
        return new Gone(() => tell -= onLines);
    }

    private sealed class Gone(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
