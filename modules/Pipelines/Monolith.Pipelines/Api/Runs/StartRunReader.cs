using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Reading;
using Monolith.Pipelines.Engine.Launch;
using Monolith.Pipelines.Library;

namespace Monolith.Pipelines.Api.Runs;

/// <summary>Makes a run's first event of a request: a JSON request, or a YAML body that is the definition itself.</summary>
internal sealed class StartRunReader(
    PipelineLibrary pipelines, DefinitionLibrary definitions, DefinitionCompiler compiler, RunDrafter drafter)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = 64,
    };

    public async Task<Result<RunDraft>> ReadAsync(
        string project, string? contentType, byte[] body, CancellationToken cancellationToken)
    {
        var isYaml = contentType?.Contains("yaml", StringComparison.OrdinalIgnoreCase) ?? false;
        if (!isYaml)
        {
            var request = Parse<StartRunRequest>(body, "a run request with at least 'pipeline'");
            return request.IsSuccess ? await ReadAsync(project, request.Value, cancellationToken) : Result<RunDraft>.Failed(request.Problems);
        }

        var definition = compiler.Compile(body, DefinitionFormat.Yaml);
        return definition.IsSuccess
            ? await drafter.DraftAsync(definition.Value, version: null, new RunOrder { Project = project }, cancellationToken)
            : Result<RunDraft>.Failed(definition.Problems);
    }

    public async Task<Result<RunDraft>> ReadAsync(string project, StartRunRequest request, CancellationToken cancellationToken)
    {
        var (definition, version) = await DefinitionAsync(project, request.Pipeline, cancellationToken);
        var problems = RunRequestRules.Check(request).Concat(definition.Problems).ToList();
        return problems.Count == 0
            ? await drafter.DraftAsync(definition.Value, version, OrderOf(project, request), cancellationToken)
            : Result<RunDraft>.Failed(problems);
    }

    private static RunOrder OrderOf(string project, StartRunRequest request) => new()
    {
        Project = project,
        Inputs = request.Inputs,
        Labels = request.Labels ?? new Dictionary<string, string>(),
        Trigger = request.Trigger ?? RunRequestRules.Triggers[0],
        CommitSha = request.CommitSha,
        Branch = request.Branch,
        Priority = request.Priority,
    };

    /// <param name="body">JSON.</param>
    /// <param name="what">What it should be, for people.</param>
    public static Result<T> Parse<T>(byte[] body, string what)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Json) is { } request
                ? request
                : new Problem(ErrorCodes.ValidationError, $"Give a JSON object: {what}.");
        }
        catch (JsonException wrong)
        {
            return JsonFault.From(wrong, what);
        }
        catch (InvalidOperationException)
        {
            return DefinitionReader.HalfACharacter;
        }
    }

    public async Task<(Result<CompiledDefinition> Definition, int? Version)> DefinitionAsync(
        string project, JsonElement pipeline, CancellationToken cancellationToken)
    {
        switch (pipeline.ValueKind)
        {
            case JsonValueKind.Object:
                return (compiler.Compile(pipeline, "pipeline."), null);
            case JsonValueKind.String:
                var name = pipeline.GetString()!;
                return await pipelines.FindAsync(project, name, cancellationToken) is { } stored
                    ? (await definitions.GetAsync(stored.Hash, cancellationToken), stored.Version)
                    : (PipelineLibrary.NotFound(name), null);
            default:
                return (new Problem(ErrorCodes.ValidationError, "Give a stored pipeline's name or a definition object.", "pipeline"), null);
        }
    }
}
