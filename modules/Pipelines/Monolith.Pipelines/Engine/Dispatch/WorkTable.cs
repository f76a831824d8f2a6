using Monolith.Kernel;
using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Engine.Dispatch;

/// <summary>What the store says there is to do.</summary>
internal sealed class WorkTable(NpgsqlDataSource database, JournalSchema schema, HostIdentity host)
{
    /// <summary>Those that are pinned to a version of a plugin that only other hosts have are theirs.</summary>
    private const string ForThisHost = "(r.plugins is null or not r.plugins && $2)";

    /// <returns>Runs that this host has under way, by the store, and how many events each has.</returns>
    public Task<List<(Guid RunId, long Version)>> OwnedAsync(CancellationToken cancellationToken) => ReadAsync(
        $"""
        select r.id, s.version from {schema.Name}.runs r join {schema.Name}.mt_streams s on s.id = r.id
        where r.finished_at is null and r.owner = $1
        """,
        [host.Id],
        row => (row.GetGuid(0), row.GetInt64(1)),
        cancellationToken);

    /// <returns>Runs that are due or whose owner is dead; oldest first.</returns>
    public Task<List<(Guid RunId, Guid? DeadHost)>> OrphansAsync(int atMost, string[] elsewhere, CancellationToken cancellationToken) => ReadAsync(
        $"""
        select r.id, r.owner from {schema.Name}.runs r
        where r.finished_at is null
            and case when r.owner is null then r.wake_at <= now()
                else not exists (select 1 from {schema.Name}.hosts h where h.id = r.owner and h.lease_until > now()) end
            and {ForThisHost}
        order by r.created_at
        limit $1
        """,
        [atMost, elsewhere],
        row => (row.GetGuid(0), row.IsDBNull(1) ? (Guid?)null : row.GetGuid(1)),
        cancellationToken);

    /// <summary>
    /// Higher priority first; within one, the shares take turns, so that a flood of one does not starve the others. Of a
    /// concurrency key only so many as there are places free; none of the projects that have no room, nor of those that other hosts must do. The shares are found by skipping along the index, so that a
    /// long queue of one costs nothing.
    /// </summary>
    public Task<List<(Guid RunId, string Project)>> QueuedAsync(int atMost, string[] elsewhere, string[] fullProjects, CancellationToken cancellationToken) => ReadAsync(
        $"""
        with recursive shares as (
            (select share from {schema.Name}.runs where status = 'queued' order by share limit 1)
            union all
            select (select r.share from {schema.Name}.runs r where r.status = 'queued' and r.share > s.share order by r.share limit 1)
            from shares s where s.share is not null
        ), ranked as (
            select q.*, row_number() over (partition by s.share order by q.queue_rank, q.created_at) as turn
            from shares s cross join lateral (
                select r.id, r.project, r.queue_rank, r.created_at, r.concurrency_key, r.concurrency_limit
                from {schema.Name}.runs r where r.status = 'queued' and r.share = s.share and r.project <> all($3) and {ForThisHost}
                order by r.queue_rank, r.created_at limit $1) q
        )
        select id, project from ranked r
        where concurrency_key is null
            or turn <= concurrency_limit - (select count(*) from {schema.Name}.run_places p where p.key = r.concurrency_key)
        order by queue_rank, turn, created_at
        limit $1
        """,
        [atMost, elsewhere, fullProjects],
        row => (row.GetGuid(0), row.GetString(1)),
        cancellationToken);

    /// <returns>Unfinished runs of a key that newer ones are to replace, and their key.</returns>
    public Task<List<(Guid RunId, string Key)>> SupersededAsync(CancellationToken cancellationToken) => ReadAsync(
        $"""
        select id, concurrency_key from (
            select id, concurrency_key, concurrency_limit, cancel_older,
                row_number() over (partition by concurrency_key order by created_at desc, id desc) as age
            from {schema.Name}.runs where finished_at is null and concurrency_key is not null) r
        where cancel_older and age > concurrency_limit
        limit 500
        """,
        [],
        row => (row.GetGuid(0), row.GetString(1)),
        cancellationToken);

    /// <summary>Gives back places that were taken by a commit that another overtook.</summary>
    public async Task FreeLostPlacesAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            delete from {schema.Name}.run_places p using {schema.Name}.runs r
            where r.id = p.run_id and (r.finished_at is not null or r.status = 'queued')
            """);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<List<T>> ReadAsync<T>(string sql, object[] values, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }
}
