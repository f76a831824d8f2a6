using Monolith.Benchmarks.Hosting;
using Monolith.Benchmarks.Running;
using Npgsql;

namespace Monolith.Benchmarks.Volume;

/// <summary>Fills a host's store: one real finished run and one real waiting run, copied event by event by the server.</summary>
internal static class FilledStore
{
    public static async Task FillAsync(InProcessHost host, int finished, int waiting)
    {
        using var submitter = await RunSubmitter.CreateAsync(host, NoopPipeline.OfFive);
        await submitter.RunAsync();
        using (var waitingRuns = await WaitingRuns.CreateAsync(new Uri(host.Address)))
            await waitingRuns.StartAsync(1, host.ConnectionString);

        await CopyAsync(host.ConnectionString, "success", finished);
        await CopyAsync(host.ConnectionString, "waiting", waiting);
        await ExecuteAsync(host.ConnectionString, "vacuum analyze");
        await ExecuteAsync(host.ConnectionString, "checkpoint");
        Bench.Say("the store is filled");
    }

    private static async Task CopyAsync(string connectionString, string status, int copies) => await ExecuteAsync(connectionString, $"""
        with original as (select * from monolith.runs where status = '{status}' limit 1),
        copy as materialized (select gen_random_uuid() as id from generate_series(1, {copies})),
        streams as (
            insert into monolith.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
            select copy.id, s.type, s.version, s.timestamp, s.created, s.tenant_id, s.is_archived
            from copy, monolith.mt_streams s where s.id = (select id from original)
        ), events as (
            insert into monolith.mt_events
                (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
            select nextval('monolith.mt_events_sequence'), gen_random_uuid(), copy.id, e.version, e.data, e.type, e.timestamp,
                e.tenant_id, e.mt_dotnet_type, e.is_archived
            from copy, monolith.mt_events e where e.stream_id = (select id from original)
        )
        insert into monolith.runs
            (id, pipeline, pipeline_version, definition_hash, status, labels, trigger, branch, commit_sha,
             created_at, started_at, finished_at, owner, wake_at, error_code)
        select copy.id, o.pipeline, o.pipeline_version, o.definition_hash, o.status, o.labels, o.trigger, o.branch, o.commit_sha,
             o.created_at, o.started_at, o.finished_at, o.owner, o.wake_at, o.error_code
        from copy, original o
        """);

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }
}
