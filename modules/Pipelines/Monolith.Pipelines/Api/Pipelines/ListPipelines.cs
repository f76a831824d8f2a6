using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Library;

namespace Monolith.Pipelines.Api.Pipelines;

/// <summary><c>GET /api/v1/pipelines</c>.</summary>
internal static class ListPipelines
{
    public static async Task<Ok<PipelineListResponse>> HandleAsync(RequestProjects projects, PipelineLibrary library, CancellationToken cancellationToken)
    {
        var pipelines = await library.ListAsync(projects.Filter, cancellationToken);
        return TypedResults.Ok(new PipelineListResponse(
            [.. pipelines.Select(p => new PipelineSummaryResponse(p.Project ?? Project.Default, p.Name, p.Description, p.Version, p.Stages, p.UpdatedAt))]));
    }
}
