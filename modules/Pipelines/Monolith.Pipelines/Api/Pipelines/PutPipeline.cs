using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Access.Contracts.Projects;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Library;

namespace Monolith.Pipelines.Api.Pipelines;

/// <summary><c>PUT /api/v1/pipelines/{name}</c>: stores a new version, unless the newest has the same content.</summary>
internal static class PutPipeline
{
    public static async Task<Results<Ok<PipelineResponse>, Created<PipelineResponse>, ProblemHttpResult>> HandleAsync(
        string name, HttpContext http, RequestProjects projects, DefinitionCompiler compiler, PipelineLibrary library)
    {
        var cancellationToken = http.RequestAborted;
        if (await RequestBody.ReadAsync(http.Request, DefinitionBody.MaxBytes, cancellationToken) is not { } body)
            return ApiProblems.TooLarge(DefinitionBody.MaxBytes);

        var format = DefinitionBody.FormatOf(http.Request.ContentType, body);
        var compiled = compiler.Compile(body, format);
        var expected = PipelineETag.Expected(http.Request);
        List<Problem> problems = [.. compiled.Problems, .. expected.Problems];
        if (compiled.IsSuccess && compiled.Value.Definition.Name != name)
            problems.Add(new Problem(ErrorCodes.ValidationError, $"The definition calls itself '{compiled.Value.Definition.Name}', the address '{name}'.", "name"));
        if (problems.Count > 0)
            return ApiProblems.From(problems);

        var source = Encoding.UTF8.GetString(body);
        var put = await library.PutAsync(projects.Name, compiled.Value, source, DefinitionBody.NameOf(format), expected.Value, cancellationToken);
        return put.IsSuccess ? Answer(http, put.Value.Pipeline, put.Value.Created, compiled.Value) : ApiProblems.From(put.Problems);
    }

    private static string Location(PipelineDocument pipeline) =>
        $"/api/v1/pipelines/{pipeline.Name}{(pipeline.Project is null ? "" : $"?{ProjectRules.Parameter}={pipeline.Project}")}";

    private static Results<Ok<PipelineResponse>, Created<PipelineResponse>, ProblemHttpResult> Answer(
        HttpContext http, PipelineDocument pipeline, bool created, CompiledDefinition definition)
    {
        http.Response.Headers.ETag = PipelineETag.Of(pipeline.Version);
        var response = GetPipeline.View(pipeline, definition.Canonical);
        return created ? TypedResults.Created(Location(pipeline), response) : TypedResults.Ok(response);
    }
}
