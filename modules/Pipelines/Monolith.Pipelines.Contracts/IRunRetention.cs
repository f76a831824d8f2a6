namespace Monolith.Pipelines.Contracts;

/// <summary>Deletes finished runs that the options do not keep.</summary>
public interface IRunRetention
{
    /// <summary>Batch after batch; what a stop leaves undone the next call does.</summary>
    /// <returns>How many were deleted.</returns>
    Task<int> ApplyAsync(CancellationToken cancellationToken);
}
