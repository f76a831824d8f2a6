using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Engine.Launch;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Deciding;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Api.Runs;

/// <summary><c>POST /api/v1/runs/{id}/fork?fromStage=</c>: a new run that takes over what the source's stages before it brought.</summary>
internal sealed class ForkRun(RunReader runs, StartRunReader requests, RunDrafter drafter, RunLauncher launcher)
{
    private const int MaxBytes = 2 << 20;

    /// <param name="id">The source.</param>
    /// <param name="fromStage">Done again with all that depends on it; absent: all that did not succeed.</param>
    /// <param name="http">Injected.</param>
    /// <param name="fork">Injected.</param>
    public static async Task<Results<Accepted<RunResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, string? fromStage, HttpContext http, ForkRun fork)
    {
        if (await RequestBody.ReadAsync(http.Request, MaxBytes, http.RequestAborted) is not { } body)
            return ApiProblems.TooLarge(MaxBytes);
        var request = body.Length == 0
            ? new ForkRunRequest(default, null, null, null)
            : StartRunReader.Parse<ForkRunRequest>(body, "a fork request");
        if (!request.IsSuccess)
            return ApiProblems.From(request.Problems);

        var forked = await fork.LaunchAsync(id, fromStage, request.Value, http.RequestAborted);
        return forked.IsSuccess
            ? TypedResults.Accepted($"/api/v1/runs/{forked.Value.Id}", forked.Value.View())
            : ApiProblems.From(forked.Problems);
    }

    private async Task<Result<RunState>> LaunchAsync(Guid id, string? fromStage, ForkRunRequest request, CancellationToken cancellationToken)
    {
        if (await runs.LoadAsync(id, cancellationToken) is not { } source)
            return new Problem(ErrorCodes.NotFound, $"There is no run {id}.");
        if (Refusal(source, fromStage, request) is { } refusal)
            return refusal;

        var (definition, version) = await DefinitionAsync(source, request, cancellationToken);
        if (!definition.IsSuccess)
            return Result<RunState>.Failed(definition.Problems);

        var order = OrderOf(source, fromStage, request, definition.Value);
        var draft = await drafter.DraftAsync(definition.Value, version, order, cancellationToken);
        if (!draft.IsSuccess)
            return Result<RunState>.Failed(draft.Problems);

        var reused = Forking.Reuse(source, definition.Value, fromStage, draft.Value.Created.At);
        return (await launcher.LaunchAsync(draft.Value with { Reused = reused }))!;
    }

    private static Problem? Refusal(RunState source, string? fromStage, ForkRunRequest request)
    {
        if (request.Agents is not (null or "same" or "current"))
            return new Problem(ErrorCodes.ValidationError, $"'{request.Agents}' is neither same nor current.", "agents");
        if (fromStage is not null && source.IndexOf(fromStage) < 0)
            return new Problem(ErrorCodes.StageNotFound, $"The run has no stage '{fromStage}'.", "fromStage");
        if (fromStage is null && source.Status == RunStatus.Success)
            return new Problem(ErrorCodes.ValidationError, "Every stage of the run succeeded. Say from which stage on it is to be done again.", "fromStage");
        return null;
    }

    private async Task<(Result<CompiledDefinition> Definition, int? Version)> DefinitionAsync(
        RunState source, ForkRunRequest request, CancellationToken cancellationToken) =>
        request.Pipeline.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            ? (source.Definition, source.PipelineVersion)
            : await requests.DefinitionAsync(source.Project, request.Pipeline, cancellationToken);

    private static RunOrder OrderOf(RunState source, string? fromStage, ForkRunRequest request, CompiledDefinition definition) => new()
    {
        Project = source.Project,
        Inputs = Inputs(source, request, definition),
        Labels = request.Labels ?? source.Labels,
        Trigger = source.Trigger,
        CommitSha = source.CommitSha,
        Branch = source.Branch,
        Priority = source.Priority,
        Plugins = request.Agents == "current" ? new Dictionary<string, string>() : source.Plugins,
        Fork = new ForkedFrom(source.Id, source.Version, fromStage),
    };

    /// <summary>The source's inputs as far as the definition still has them, then the request's.</summary>
    private static JsonElement? Inputs(RunState source, ForkRunRequest request, CompiledDefinition definition)
    {
        if (request.Inputs is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) })
            return request.Inputs;
        var inputs = new JsonObject();
        foreach (var input in source.Inputs.EnumerateObject().Where(input => definition.Definition.Inputs.ContainsKey(input.Name)))
            inputs[input.Name] = JsonNode.Parse(input.Value.GetRawText());
        foreach (var input in request.Inputs is { ValueKind: JsonValueKind.Object } given ? given.EnumerateObject().ToList() : [])
            inputs[input.Name] = JsonNode.Parse(input.Value.GetRawText());
        return JsonSerializer.SerializeToElement(inputs);
    }
}
