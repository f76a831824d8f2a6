using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Journal;

namespace Monolith.Pipelines.Api.Runs;

/// <summary><c>GET /api/v1/runs/{id}</c>: the run folded from its events, so always as new as the store.</summary>
internal static class GetRun
{
    public static async Task<Results<Ok<RunResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, RunReader reader, CancellationToken cancellationToken) =>
        await reader.LoadAsync(id, cancellationToken) is { } run ? TypedResults.Ok(run.View()) : NotFound(id);

    public static ProblemHttpResult NotFound(Guid id) =>
        ApiProblems.From(new Problem(ErrorCodes.NotFound, $"There is no run {id}."));
}
