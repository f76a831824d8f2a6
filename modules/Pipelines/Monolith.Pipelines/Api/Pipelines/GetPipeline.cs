using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Library;

namespace Monolith.Pipelines.Api.Pipelines;

/// <summary><c>GET /api/v1/pipelines/{name}</c>: as JSON; with <c>Accept: application/yaml</c> as its author wrote it.</summary>
internal static class GetPipeline
{
    /// <param name="name">The pipeline's name.</param>
    /// <param name="version">An older version; absent for the newest.</param>
    /// <param name="http">Injected.</param>
    /// <param name="projects">Injected.</param>
    /// <param name="library">Injected.</param>
    /// <param name="definitions">Injected.</param>
    public static async Task<Results<Ok<PipelineResponse>, ContentHttpResult, ProblemHttpResult>> HandleAsync(
        string name, int? version, HttpContext http, RequestProjects projects, PipelineLibrary library, DefinitionLibrary definitions)
    {
        var cancellationToken = http.RequestAborted;
        if (await library.FindAsync(projects.Name, name, cancellationToken) is not { } newest)
            return ApiProblems.From(PipelineLibrary.NotFound(name));
        if (await library.FindVersionAsync(projects.Name, name, version ?? newest.Version, cancellationToken) is not { } asked)
            return ApiProblems.From(PipelineLibrary.NotFound($"{name}' in version '{version}"));

        http.Response.Headers.ETag = PipelineETag.Of(version ?? newest.Version);
        if (http.Request.Headers.Accept.ToString().Contains("yaml", StringComparison.OrdinalIgnoreCase))
            return TypedResults.Text(asked.Source, asked.Format == "yaml" ? "application/yaml" : "application/json");

        var definition = await definitions.GetAsync(asked.Hash, cancellationToken);
        return TypedResults.Ok(View(newest, definition.Canonical) with
        {
            Version = version ?? newest.Version,
            Hash = asked.Hash,
            UpdatedAt = asked.CreatedAt,
            Description = definition.Definition.Description,
        });
    }

    public static PipelineResponse View(PipelineDocument pipeline, string canonical)
    {
        using var definition = JsonDocument.Parse(canonical);
        return new PipelineResponse(
            pipeline.Project ?? Project.Default, pipeline.Name, pipeline.Description, pipeline.Version, pipeline.Hash, pipeline.UpdatedAt, definition.RootElement.Clone());
    }
}
