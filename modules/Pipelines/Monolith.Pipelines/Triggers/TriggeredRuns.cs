using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Pipelines.Engine.Dispatch;
using Monolith.Pipelines.Engine.Launch;
using Monolith.Pipelines.Library;

namespace Monolith.Pipelines.Triggers;

internal sealed class TriggeredRuns(PipelineLibrary pipelines, DefinitionLibrary definitions, TriggeredStart start, QueueDepth queue) : ITriggeredRuns
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
