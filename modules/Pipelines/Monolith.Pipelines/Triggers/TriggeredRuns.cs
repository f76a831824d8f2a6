using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Engine.Dispatch;
using Monolith.Pipelines.Engine.Launch;
using Monolith.Pipelines.Library;

namespace Monolith.Pipelines.Triggers;

internal sealed class TriggeredRuns(
    PipelineLibrary pipelines, DefinitionLibrary definitions, DefinitionCompiler compiler, TriggeredStart start, QueueDepth queue) : ITriggeredRuns
{
    public async Task<IReadOnlyList<TriggeredRun>?> StartAsync(TriggerEvent what, CancellationToken cancellationToken)
    {
        if (queue.IsFull)
            return null;

        var runs = new List<TriggeredRun>();
        foreach (var pipeline in await pipelines.ListTriggeredAsync(what.Project, cancellationToken))
        {
            var definition = await definitions.GetAsync(pipeline.Hash, cancellationToken);
            if (TriggerMatch.Of(definition.Definition.Triggers, what) is not { } match)
                continue;
            var order = OrderOf(what, match);
            runs.Add(await start.StartAsync(pipeline, definition, $"{what.Kind}/{what.Key}", order, match.Inputs, what.Facts, cancellationToken));
        }

        return runs;
    }

    public async Task<IReadOnlyList<TriggeredRun>?> StartAsync(TriggerEvent what, IReadOnlyList<DefinitionFile> files, CancellationToken cancellationToken)
    {
        if (queue.IsFull)
            return null;

        var runs = new List<TriggeredRun>();
        foreach (var file in files)
        {
            if (await StartAsync(what, file, cancellationToken) is { } run)
                runs.Add(run);
        }

        return runs;
    }

    private async Task<TriggeredRun?> StartAsync(TriggerEvent what, DefinitionFile file, CancellationToken cancellationToken)
    {
        var definition = compiler.Compile(file.Yaml.ToArray(), DefinitionFormat.Yaml);
        if (!definition.IsSuccess)
            return new TriggeredRun(file.Path, RunId: null, string.Join('\n', definition.Problems.Select(problem => problem.Path is null ? problem.Message : $"{problem.Path}: {problem.Message}")));
        if (TriggerMatch.Of(definition.Value.Definition.Triggers, what) is not { } match)
            return null;
        var order = OrderOf(what, match) with { Labels = new Dictionary<string, string>(what.Labels) { ["definition"] = file.Path } };
        return await start.StartAsync(file.Path, definition.Value, $"{what.Project}/{what.Kind}/{what.Key}", order, match.Inputs, what.Facts, cancellationToken);
    }

    private static RunOrder OrderOf(TriggerEvent what, TriggerMatch match) => new()
    {
        Project = what.Project,
        Labels = what.Labels,
        Trigger = what.Kind == TriggerKind.Webhook ? "webhook" : "event",
        Branch = what.Branch,
        CommitSha = what.CommitSha,
        Origin = TriggeredStart.OriginOf(what.By),
        ReportTo = match.ReportStatus ? what.ReportTo : null,
    };
}
