using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Journal;
using Npgsql;
using static Monolith.Pipelines.Journal.Items.RunItemKinds;

namespace Monolith.Pipelines.Figures;

/// <summary>Counts along the index of runs that are not over.</summary>
internal sealed class RunCensus(NpgsqlDataSource database, JournalSchema schema, TimeProvider time) : IRunCensus
{
    public async Task<OpenRuns> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select status, count(*), min(created_at) from {schema.Name}.runs where finished_at is null group by status
            union all
            select kind, count(*), null from {schema.Name}.run_items where kind in ('{Decision}', '{Clarification}') and status in ('pending', 'escalated') group by kind
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var people = new Dictionary<string, long>();
        var byStatus = new Dictionary<RunStatus, long>();
        var oldest = TimeSpan.Zero;
        while (await reader.ReadAsync(cancellationToken))
        {
            if (StatusNames.Parse(reader.GetString(0)) is not { } status)
            {
                people[reader.GetString(0)] = reader.GetInt64(1);
                continue;
            }

            byStatus[status] = reader.GetInt64(1);
            if (status == RunStatus.Queued)
                oldest = time.GetUtcNow() - reader.GetFieldValue<DateTimeOffset>(2);
        }

        return new OpenRuns(byStatus, oldest < TimeSpan.Zero ? TimeSpan.Zero : oldest)
        {
            Decisions = people.GetValueOrDefault(Decision),
            Clarifications = people.GetValueOrDefault(Clarification),
        };
    }
}
