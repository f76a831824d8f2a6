using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Retention;

/// <summary>Archives and deletes finished runs by age and number, batch by batch.</summary>
internal sealed class RunRetention(
    NpgsqlDataSource database, JournalSchema schema, RunArchive archive, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RunRetention> log)
    : IRunRetention
{
    public async Task<int> ApplyAsync(CancellationToken cancellationToken)
    {
        var deleted = 0;
        while (await NextAsync(cancellationToken) is { Count: > 0 } batch)
        {
            if (options.Value.Archive)
                await Parallel.ForEachAsync(batch, cancellationToken, (run, stop) => archive.WriteAsync(run.Id, stop));
            deleted += await DeleteAsync(batch, cancellationToken);
        }

        if (deleted > 0)
            log.LogInformation("Deleted {Count} finished runs", deleted);
        return deleted;
    }

    /// <returns>The oldest runs that go, each with its version. A run that another still waits for stays.</returns>
    private async Task<List<(Guid Id, long Version)>> NextAsync(CancellationToken cancellationToken)
    {
        var (keepFor, keepCount) = (options.Value.KeepFor, options.Value.KeepCount);
        if (keepFor is null && keepCount is null)
            return [];

        var tooOld = keepFor is null ? "false" : "r.finished_at < $2";
        var tooMany = keepCount is null ? "false" : $"""
            r.id not in (select id from {schema.Name}.runs where finished_at is not null order by finished_at desc, id desc limit {keepCount})
            """;
        await using var command = database.CreateCommand($"""
            select r.id, s.version from {schema.Name}.runs r join {schema.Name}.mt_streams s on s.id = r.id
            where r.finished_at is not null and (r.parent_run is null or r.parent_told) and ({tooOld} or {tooMany})
            order by r.finished_at
            limit $1
            """);
        command.Parameters.AddWithValue(options.Value.BatchSize);
        if (keepFor is not null)
            command.Parameters.AddWithValue(time.GetUtcNow() - keepFor.Value);
        var batch = new List<(Guid, long)>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            batch.Add((rows.GetGuid(0), rows.GetInt64(1)));
        return batch;
    }

    /// <summary>A run that was retried meanwhile has another version and stays.</summary>
    private async Task<int> DeleteAsync(List<(Guid Id, long Version)> batch, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            with doomed as (
                delete from {schema.Name}.mt_streams s using unnest($1, $2) as d (id, version)
                where s.id = d.id and s.version = d.version
                returning s.id
            ), events as (
                delete from {schema.Name}.mt_events where stream_id in (select id from doomed)
            ), logs as (
                delete from {schema.Name}.stage_logs where run_id in (select id from doomed)
            ), requests as (
                delete from {schema.Name}.run_requests where run_id in (select id from doomed)
            ), items as (
                delete from {schema.Name}.run_items where run_id in (select id from doomed)
            ), artifacts as (
                delete from {schema.Name}.run_artifacts where run_id in (select id from doomed)
            )
            delete from {schema.Name}.runs where id in (select id from doomed)
            """);
        command.Parameters.AddWithValue(batch.Select(run => run.Id).ToArray());
        command.Parameters.AddWithValue(batch.Select(run => run.Version).ToArray());
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
