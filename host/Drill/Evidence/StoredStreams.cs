using System.Text.Json;
using Npgsql;

namespace Monolith.Host.Drill.Evidence;

/// <summary>Reads every run from the database itself, not by the code that is being tried.</summary>
internal static class StoredStreams
{
    private const string Sql = """
        select e.stream_id, r.pipeline, case when r.parent_run is null then r.labels ->> 'request' end, r.status, e.version, e.type, e.data::text,
            coalesce(pg_xact_commit_timestamp(e.xmin), e.timestamp)
        from monolith.mt_events e join monolith.runs r on r.id = e.stream_id
        order by e.stream_id, e.version
        """;

    /// <summary>Has the server remember when each transaction was committed, from its next start on.</summary>
    public static async Task KeepCommitTimesAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("alter system set track_commit_timestamp = on");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<IReadOnlyList<RunStream>> ReadAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var streams = new List<RunStream>();
        await using var command = database.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var events = new List<StreamEvent>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var run = reader.GetGuid(0);
            if (streams.Count == 0 || streams[^1].Run != run)
                streams.Add(new RunStream(run, reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetString(3), events = []));
            using var data = JsonDocument.Parse(reader.GetString(6));
            events.Add(new StreamEvent(reader.GetInt64(4), reader.GetString(5), data.RootElement.Clone(), reader.GetFieldValue<DateTimeOffset>(7)));
        }

        return streams;
    }
}
