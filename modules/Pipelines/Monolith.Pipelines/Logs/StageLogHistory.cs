using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Contracts.Following;
using Monolith.Pipelines.Journal;

namespace Monolith.Pipelines.Logs;

internal sealed class StageLogHistory(StageLogTable table, StageLogs logs, RunReader runs) : IStageLogHistory
{
    public Task<IReadOnlyList<StageLogPiece>> ReadAsync(Guid runId, string stage, StageLogPlace after, int most, CancellationToken cancellationToken) =>
        table.ReadAfterAsync(runId, stage, after, most, cancellationToken);

    public async Task<bool?> IsOverAsync(Guid runId, string stage, CancellationToken cancellationToken)
    {
        if (await runs.LoadAsync(runId, cancellationToken) is not { } run || run.IndexOf(stage) is not (>= 0 and var index))
            return null;
        return run.Status is RunStatus.Success or RunStatus.Failed or RunStatus.Cancelled
            || run.Stages[index].Status is StageStatus.Success or StageStatus.Failed or StageStatus.Skipped;
    }

    public IDisposable Subscribe(Guid runId, string stage, Action onLines) => logs.Subscribe(runId, stage, onLines);
}
