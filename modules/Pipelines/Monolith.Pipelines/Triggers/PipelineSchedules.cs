using System.Globalization;
using System.Text.Json;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Pipelines.Definitions.Triggers;
using Monolith.Pipelines.Engine.Launch;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Library;
using Monolith.Pipelines.Runs.Events;
using Npgsql;

namespace Monolith.Pipelines.Triggers;

internal sealed class PipelineSchedules(
    PipelineLibrary pipelines, DefinitionLibrary definitions, TriggeredStart start, NpgsqlDataSource database, JournalSchema schema) : IPipelineSchedules
{
    public async Task<IReadOnlyList<PipelineSchedule>> ListAsync(CancellationToken cancellationToken)
    {
        var schedules = new List<PipelineSchedule>();
        foreach (var pipeline in await pipelines.ListTriggeredAsync(project: null, cancellationToken))
        {
            var definition = await definitions.GetAsync(pipeline.Hash, cancellationToken);
            schedules.AddRange(definition.Definition.Triggers.Schedules.Select(trigger => new PipelineSchedule(
                pipeline.Project ?? Project.Default, pipeline.Name, trigger.Name, trigger.Cron, trigger.TimeZone, trigger.Missed)));
        }

        return schedules;
    }

    public async Task<TriggeredRun?> StartAsync(PipelineSchedule schedule, DateTimeOffset dueAt, Guid? previous, CancellationToken cancellationToken)
    {
        if (await pipelines.FindAsync(schedule.Project, schedule.Pipeline, cancellationToken) is not { } pipeline)
            return null;
        var definition = await definitions.GetAsync(pipeline.Hash, cancellationToken);
        if (definition.Definition.Triggers.Schedules.FirstOrDefault(trigger => trigger.Name == schedule.Name) is not { } trigger)
            return null;

        var due = dueAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var key = $"schedule/{schedule.Name}/{due}";
        if (trigger.Overlap == OverlappingRuns.Skip && previous is { } before && before != TriggeredStart.IdOf(pipeline, key) && await IsOpenAsync(before, cancellationToken))
            return null;
        var facts = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["schedule"] = schedule.Name, ["dueAt"] = due });
        return await start.StartAsync(pipeline, definition, key, OrderOf(schedule, trigger), trigger.Inputs, facts, cancellationToken);
    }

    private static RunOrder OrderOf(PipelineSchedule schedule, ScheduleTrigger trigger) => new()
    {
        Project = schedule.Project,
        Labels = new Dictionary<string, string> { ["schedule"] = schedule.Name },
        Trigger = "schedule",
        Origin = TriggeredStart.OriginOf($"schedule:{schedule.Name}"),
        Concurrency = trigger.Overlap == OverlappingRuns.Skip
            ? null
            : new RunConcurrency($"schedule/{schedule.Pipeline}/{schedule.Name}", Limit: 1, trigger.Overlap == OverlappingRuns.CancelOlder),
    };

    private async Task<bool> IsOpenAsync(Guid run, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select 1 from {schema.Name}.runs where id = $1 and finished_at is null");
        command.Parameters.AddWithValue(run);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }
}
