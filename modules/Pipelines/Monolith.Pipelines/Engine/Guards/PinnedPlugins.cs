using Monolith.Agents.Contracts;
using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Engine.Guards;

internal sealed class PinnedPlugins(NpgsqlDataSource database, JournalSchema schema) : IPinnedPlugins
{
    public async Task<IReadOnlySet<string>> OfUnfinishedRunsAsync(CancellationToken cancellationToken)
    {
        // Rows that an older host wrote have no versions; the runs' first events do.
        await using var command = database.CreateCommand($"""
            select unnest(plugins) from {schema.Name}.runs where finished_at is null
            union
            select pinned.value from {schema.Name}.runs r
            join {schema.Name}.mt_events e on e.stream_id = r.id and e.version = 1
            cross join lateral jsonb_each_text(e.data -> 'plugins') as pinned
            where r.finished_at is null and r.plugins is null
            """);
        var pinned = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            pinned.Add(reader.GetString(0));
        return pinned;
    }
}
