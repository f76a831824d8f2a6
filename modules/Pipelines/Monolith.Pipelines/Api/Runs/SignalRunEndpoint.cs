using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Engine;
using Monolith.Pipelines.Runs.Commands;

namespace Monolith.Pipelines.Api.Runs;

/// <summary><c>POST /api/v1/runs/{id}/signals/{name}</c>. The body, a JSON object or nothing, becomes the outputs of the stages that wait.</summary>
internal static class SignalRunEndpoint
{
    private const int MaxBytes = 64 << 10;

    public static async Task<Results<Ok<RunResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, string name, HttpContext http, RunEngine engine, HostIdentity host, TimeProvider time)
    {
        if (await RequestBody.ReadAsync(http.Request, MaxBytes, http.RequestAborted) is not { } body)
            return ApiProblems.TooLarge(MaxBytes);
        var payload = Payload(body);
        if (!payload.IsSuccess)
            return ApiProblems.From(payload.Problems);

        var signal = new SignalRun(name, payload.Value, host.Id, host.Name, time.GetUtcNow());
        var answer = await engine.AskAsync(id, signal, http.RequestAborted);
        return answer.IsSuccess ? TypedResults.Ok(answer.Value.View()) : ApiProblems.From(answer.Problems);
    }

    private static Result<JsonElement?> Payload(byte[] body)
    {
        if (body.Length == 0)
            return (JsonElement?)null;
        var payload = StartRunReader.Parse<System.Text.Json.Nodes.JsonObject>(body, "the signal's payload, such as {\"approvedBy\": \"ann\"}");
        return payload.IsSuccess
            ? (JsonElement?)JsonSerializer.SerializeToElement(payload.Value)
            : Result<JsonElement?>.Failed(payload.Problems);
    }
}
