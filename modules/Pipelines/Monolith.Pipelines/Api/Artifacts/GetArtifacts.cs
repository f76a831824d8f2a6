using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Api.Runs;
using Monolith.Pipelines.Artifacts;
using Monolith.Pipelines.Journal;

namespace Monolith.Pipelines.Api.Artifacts;

/// <summary><c>GET /api/v1/runs/{id}/artifacts[/{name}]</c>.</summary>
internal static class GetArtifacts
{
    public static async Task<Results<Ok<ArtifactListResponse>, ProblemHttpResult>> ListAsync(
        Guid id, RunReader reader, CancellationToken cancellationToken) =>
        await reader.LoadAsync(id, cancellationToken) is { } run
            ? TypedResults.Ok(new ArtifactListResponse(run.Artifacts()))
            : GetRun.NotFound(id);

    public static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> DownloadAsync(
        Guid id, string name, RunReader reader, ArtifactStore store, CancellationToken cancellationToken)
    {
        if (await reader.LoadAsync(id, cancellationToken) is not { } run)
            return GetRun.NotFound(id);
        if (run.Artifacts().FirstOrDefault(a => a.Name == name) is not { } artifact || store.Find(artifact.Sha256) is not { } path)
            return ApiProblems.From(new Problem(ErrorCodes.NotFound, $"The run has no artifact '{name}'."));

        // Never shown in the browser under this origin: an artifact is whatever a build made.
        var fileName = artifact.Type == "directory" ? $"{name}.zip" : name;
        var tag = new EntityTagHeaderValue($"\"{artifact.Sha256}\"");
        return TypedResults.PhysicalFile(path, "application/octet-stream", fileName, entityTag: tag, enableRangeProcessing: true);
    }
}
