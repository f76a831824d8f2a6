using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Api.Runs;
using Monolith.Pipelines.Artifacts;
using Monolith.Pipelines.Journal;

namespace Monolith.Pipelines.Api.Artifacts;

/// <summary><c>GET /api/v1/runs/{id}/artifacts/{name}/preview</c>: to look at in a frame, where it can do nothing.</summary>
internal static class PreviewArtifact
{
    private const long MaxBytes = 8 << 20;

    /// <summary>An artifact is whatever a build made: no script runs, nothing is loaded, and it is of no origin, this host's least of all.</summary>
    private const string Confined =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

    public static async Task<Results<ContentHttpResult, PhysicalFileHttpResult, ProblemHttpResult>> HandleAsync(
        Guid id, string name, HttpContext http, RunReader reader, ArtifactStore store, CancellationToken cancellationToken)
    {
        if (await reader.LoadAsync(id, cancellationToken) is not { } run)
            return GetRun.NotFound(id);
        if (run.Artifacts().FirstOrDefault(a => a.Name == name) is not { } artifact || store.Find(artifact.Sha256) is not { } path)
            return ApiProblems.From(new Problem(ErrorCodes.NotFound, $"The run has no artifact '{name}'."));
        if (PreviewKind.Of(name) is not { } kind || artifact.Type == "directory" || artifact.Size > MaxBytes)
            return ApiProblems.From(new Problem(ErrorCodes.ValidationError, $"'{name}' is nothing that a browser shows, or more than {MaxBytes >> 20} MiB. Download it.", "name"));

        http.Response.Headers.ContentSecurityPolicy = Confined;
        return kind.Draw is { } draw
            ? TypedResults.Text(draw(await File.ReadAllTextAsync(path, cancellationToken)), kind.ContentType)
            : TypedResults.PhysicalFile(path, kind.ContentType);
    }
}
