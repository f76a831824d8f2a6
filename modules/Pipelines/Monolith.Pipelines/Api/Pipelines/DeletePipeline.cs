using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Library;

namespace Monolith.Pipelines.Api.Pipelines;

/// <summary><c>DELETE /api/v1/pipelines/{name}</c>: no new runs by that name; its runs and versions stay.</summary>
internal static class DeletePipeline
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        string name, HttpContext http, RequestProjects projects, PipelineLibrary library)
    {
        var expected = PipelineETag.Expected(http.Request);
        if (!expected.IsSuccess)
            return ApiProblems.From(expected.Problems);
        return await library.DeleteAsync(projects.Name, name, expected.Value, http.RequestAborted) is { } problem
            ? ApiProblems.From(problem)
            : TypedResults.NoContent();
    }
}
