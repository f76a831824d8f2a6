using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Api.Pipelines;

/// <summary><c>POST /api/v1/pipelines/validate</c>: what PUT would say, with nothing stored.</summary>
internal static class ValidatePipeline
{
    public static async Task<Results<Ok<ValidationResponse>, ProblemHttpResult>> HandleAsync(HttpContext http, DefinitionCompiler compiler)
    {
        if (await RequestBody.ReadAsync(http.Request, DefinitionBody.MaxBytes, http.RequestAborted) is not { } body)
            return ApiProblems.TooLarge(DefinitionBody.MaxBytes);

        var compiled = compiler.Compile(body, DefinitionBody.FormatOf(http.Request.ContentType, body));
        return compiled.IsSuccess
            ? TypedResults.Ok(new ValidationResponse(
                true,
                compiled.Value.Definition.Name,
                compiled.Value.Hash,
                [.. compiled.Value.Graph.Stages.Select(stage => stage.Definition.Id)],
                [.. compiled.Value.Graph.Stages.Select(stage => View(stage.Definition))]))
            : ApiProblems.From(compiled.Problems);
    }

    private static GraphStageResponse View(StageDefinition stage) => new(
        stage.Id, stage.Name, stage.Kind, stage.Agent.Length > 0 ? stage.Agent : null, [.. stage.Needs.Select(need => need.Stage)]);
}
