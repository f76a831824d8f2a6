using System.Text.Json;
using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Expressions;
using Monolith.Pipelines.Library;
using Monolith.Pipelines.Runs.Events;

namespace Monolith.Pipelines.Api.Runs;

/// <summary>Makes a run's first event of a request: a JSON request, or a YAML body that is the definition itself.</summary>
internal sealed class StartRunReader(
    PipelineLibrary pipelines, DefinitionLibrary definitions, DefinitionCompiler compiler, IAgentCatalog agents, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = 64,
    };

    public async Task<Result<(CompiledDefinition Definition, RunCreated Created)>> ReadAsync(
        string? contentType, byte[] body, CancellationToken cancellationToken)
    {
        var isYaml = contentType?.Contains("yaml", StringComparison.OrdinalIgnoreCase) ?? false;
        var request = isYaml ? new StartRunRequest(default, null, null, null, null, null) : Parse(body);
        if (!request.IsSuccess)
            return Result<(CompiledDefinition, RunCreated)>.Failed(request.Problems);

        var (definition, version) = isYaml
            ? (compiler.Compile(body, DefinitionFormat.Yaml), null)
            : await DefinitionAsync(request.Value.Pipeline, cancellationToken);
        if (!definition.IsSuccess)
            return Result<(CompiledDefinition, RunCreated)>.Failed(definition.Problems);

        return await CreateAsync(definition.Value, version, request.Value, cancellationToken);
    }

    private static Result<StartRunRequest> Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<StartRunRequest>(body, Json) is { } request
                ? request
                : new Problem(ErrorCodes.ValidationError, "Give a JSON object with at least 'pipeline'.");
        }
        catch (JsonException wrong)
        {
            var place = wrong.LineNumber is { } line ? $" (line {line + 1}, column {wrong.BytePositionInLine + 1})" : "";
            return new Problem(
                ErrorCodes.ValidationError, $"The body is not a valid run request{place}: {wrong.Message}", wrong.Path);
        }
    }

    private async Task<(Result<CompiledDefinition> Definition, int? Version)> DefinitionAsync(
        JsonElement pipeline, CancellationToken cancellationToken)
    {
        switch (pipeline.ValueKind)
        {
            case JsonValueKind.Object:
                return (compiler.Compile(pipeline, "pipeline."), null);
            case JsonValueKind.String:
                var name = pipeline.GetString()!;
                return await pipelines.FindAsync(name, cancellationToken) is { } stored
                    ? (await definitions.GetAsync(stored.Hash, cancellationToken), stored.Version)
                    : (PipelineLibrary.NotFound(name), null);
            default:
                return (new Problem(ErrorCodes.ValidationError, "Give a stored pipeline's name or a definition object.", "pipeline"), null);
        }
    }

    private async Task<Result<(CompiledDefinition Definition, RunCreated Created)>> CreateAsync(
        CompiledDefinition definition, int? version, StartRunRequest request, CancellationToken cancellationToken)
    {
        var inputs = InputBinder.Bind(definition.Definition, request.Inputs);
        var plugins = new Dictionary<string, string>();
        var problems = new List<Problem>(inputs.Problems);
        problems.AddRange(RunRequestRules.Check(request));
        problems.AddRange(Pin(definition, plugins));
        if (problems.Count > 0)
            return Result<(CompiledDefinition, RunCreated)>.Failed(problems);

        await definitions.AddAsync(definition, cancellationToken);
        return (definition, new RunCreated(
            definition.Definition.Name,
            version,
            definition.Hash,
            inputs.Value,
            request.Labels ?? new Dictionary<string, string>(),
            request.Trigger ?? RunRequestRules.Triggers[0],
            request.CommitSha,
            request.Branch,
            plugins,
            time.GetUtcNow()));
    }

    /// <summary>Notes the plugin version of every agent, so that the whole run is done by the same one.</summary>
    private IEnumerable<Problem> Pin(CompiledDefinition definition, Dictionary<string, string> plugins)
    {
        foreach (var stage in definition.Graph.Stages)
        {
            var name = stage.Definition.Agent;
            if (plugins.ContainsKey(name))
                continue;
            if (agents.Find(name) is { } agent)
                plugins[name] = agent.ContentHash;
            else
                yield return new Problem(ErrorCodes.AgentNotRegistered, $"No loaded agent is called '{name}'.", $"stages[{stage.Index}].agent");
        }
    }
}
