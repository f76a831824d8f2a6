using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Journal;

namespace Monolith.Pipelines.Api.Runs;

/// <summary><c>GET /api/v1/runs/{id}</c>: the run folded from its events, so always as new as the store.</summary>
internal static class GetRun
{
    /// <param name="id">The run.</param>
    /// <param name="atVersion">Shows the run as it was after so many events; absent: as it is.</param>
    /// <param name="reader">Injected.</param>
    /// <param name="cancellationToken">Injected.</param>
    public static async Task<Results<Ok<RunResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, long? atVersion, RunReader reader, CancellationToken cancellationToken)
    {
        if (atVersion < 1)
            return ApiProblems.From(NoSuchVersion("It begins with 1."));
        if (await reader.LoadAsync(id, cancellationToken, atVersion ?? long.MaxValue) is not { } run)
            return NotFound(id);
        return run.Version < atVersion ? ApiProblems.From(NoSuchVersion($"The run is at version {run.Version}.")) : TypedResults.Ok(run.View());
    }

    private static Problem NoSuchVersion(string message) => new(ErrorCodes.ValidationError, message, "atVersion");

    public static ProblemHttpResult NotFound(Guid id) =>
        ApiProblems.From(new Problem(ErrorCodes.NotFound, $"There is no run {id}."));
}
