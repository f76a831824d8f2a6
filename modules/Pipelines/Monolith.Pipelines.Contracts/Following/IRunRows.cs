namespace Monolith.Pipelines.Contracts.Following;

/// <summary>Reads rows of the list of runs.</summary>
public interface IRunRows
{
    /// <param name="runs">Their ids.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>Those that there are, newest first.</returns>
    Task<IReadOnlyList<RunListRow>> ReadAsync(IReadOnlyCollection<Guid> runs, CancellationToken cancellationToken);
}

/// <summary>A row of the list of runs.</summary>
/// <param name="Id">The run.</param>
/// <param name="Project">Whose it is.</param>
/// <param name="Json">As <c>GET /api/v1/runs</c> tells it, a JSON object.</param>
public sealed record RunListRow(Guid Id, string Project, string Json);
