using Monolith.Pipelines.Contracts.Replaying;
using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Replaying;

/// <summary>Reads runs that are over again, event by event.</summary>
internal sealed class RecordedAttempts(NpgsqlDataSource database, RunReader reader, JournalSchema schema) : IRecordedAttempts
{
    private const int Most = 1000;

    public async Task<IReadOnlyList<RecordedAttempt>> ReadAsync(
        IReadOnlyCollection<string> agents, DateTimeOffset since, int atMost, CancellationToken cancellationToken)
    {
        var found = new List<RecordedAttempt>();
        foreach (var run in await OverAsync(agents, since, cancellationToken))
        {
            var attempts = new AttemptReplay(agents);
            await foreach (var (before, change) in reader.StepsAsync(run, cancellationToken))
                attempts.Take(before, change);
            found.AddRange(attempts.Found.Take(Math.Min(atMost, Most) - found.Count));
            if (found.Count >= Math.Min(atMost, Most))
                break;
        }

        return found;
    }

    private async Task<List<Guid>> OverAsync(IReadOnlyCollection<string> agents, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select run.id
            from {schema.Name}.runs run
            join {schema.Name}.mt_events first on first.stream_id = run.id and first.version = 1
            where run.finished_at >= $1 and first.data -> 'plugins' ?| $2
            order by run.finished_at desc, run.id
            limit {Most}
            """);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = since });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. agents] });
        var runs = new List<Guid>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            runs.Add(rows.GetGuid(0));
        return runs;
    }
}
