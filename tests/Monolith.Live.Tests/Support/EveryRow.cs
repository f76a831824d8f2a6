using Monolith.Pipelines.Contracts.Following;

namespace Monolith.Live.Tests.Support;

/// <summary>A list that has every run.</summary>
internal sealed class EveryRow : IRunRows
{
    public Task<IReadOnlyList<RunListRow>> ReadAsync(IReadOnlyCollection<Guid> runs, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RunListRow>>([.. runs.Select(run => new RunListRow(run, "default", $"\"{run}\""))]);
}
