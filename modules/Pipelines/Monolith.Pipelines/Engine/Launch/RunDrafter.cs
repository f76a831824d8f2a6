using Monolith.Access.Contracts.Projects;
using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Engine.Stages;
using Monolith.Pipelines.Expressions;
using Monolith.Pipelines.Library;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Launch;

/// <summary>Checks an order against its definition and makes the run's first event of the two.</summary>
internal sealed class RunDrafter(PipelineLibrary pipelines, DefinitionLibrary definitions, IAgentCatalog agents, TimeProvider time)
{
    public async Task<Result<RunDraft>> DraftAsync(
        CompiledDefinition definition, int? version, RunOrder order, CancellationToken cancellationToken)
    {
        var inputs = InputBinder.Bind(definition.Definition, order.Inputs);
        var plugins = new Dictionary<string, string>();
        var problems = new List<Problem>(inputs.Problems);
        problems.AddRange(Pin(definition, order, plugins));
        problems.AddRange(await MissingPipelinesAsync(definition, order.Project, cancellationToken));
        if (problems.Count > 0)
            return Result<RunDraft>.Failed(problems);

        var created = new RunCreated(
            definition.Definition.Name,
            version,
            definition.Hash,
            inputs.Value,
            order.Labels,
            order.Trigger,
            order.CommitSha,
            order.Branch,
            plugins,
            time.GetUtcNow())
        {
            Project = order.Project == Project.Default ? null : order.Project,
            Priority = order.Priority ?? definition.Definition.Priority,
            Parent = order.Parent,
            Fork = order.Fork,
            ReportTo = order.ReportTo,
            Origin = order.Origin ?? Origin.Current,
        };
        var concurrency = order.Concurrency is { } ordered ? ordered : ConcurrencyOf(definition, created);
        if (!concurrency.IsSuccess)
            return Result<RunDraft>.Failed(concurrency.Problems);

        await definitions.AddAsync(definition, cancellationToken);
        return new RunDraft(definition, created with { Concurrency = concurrency.Value });
    }

    /// <summary>Notes the plugin version of every agent, so that the whole run is done by the same one.</summary>
    private IEnumerable<Problem> Pin(CompiledDefinition definition, RunOrder order, Dictionary<string, string> plugins)
    {
        foreach (var stage in definition.Graph.Stages.Where(stage => stage.Definition.Kind == StageKind.Agent))
        {
            var name = stage.Definition.Agent;
            if (plugins.ContainsKey(name))
                continue;
            if (order.Plugins.TryGetValue(name, out var kept))
                plugins[name] = kept;
            else if (agents.Find(name) is { } agent)
                plugins[name] = agent.ContentHash;
            else
                yield return new Problem(ErrorCodes.AgentNotRegistered, $"No loaded agent is called '{name}'.", $"stages[{stage.Index}].agent");
        }
    }

    private async Task<List<Problem>> MissingPipelinesAsync(CompiledDefinition definition, string project, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        var stages = definition.Definition.Stages;
        for (var i = 0; i < stages.Count; i++)
        {
            if (stages[i].Child is { } child && await pipelines.FindAsync(project, child.Name, cancellationToken) is null)
                problems.Add(PipelineLibrary.NotFound(child.Name) with { Path = $"stages[{i}].pipeline.name" });
        }

        return problems;
    }

    private static Result<RunConcurrency?> ConcurrencyOf(CompiledDefinition definition, RunCreated created)
    {
        if (definition.Definition.Concurrency is not { } concurrency)
            return (RunConcurrency?)null;

        var scope = ExpressionScopes.For(RunState.New(Guid.Empty, definition).Apply(created));
        var key = ExpressionResolver.Resolve(new Dictionary<string, string> { ["key"] = concurrency.Key }, scope);
        if (!key.IsSuccess)
            return Result<RunConcurrency?>.Failed([.. key.Problems.Select(problem => problem with { Path = "concurrency.key" })]);
        return new RunConcurrency(key.Value["key"], concurrency.Limit, concurrency.WhenFull == WhenFull.CancelOlder);
    }
}
