using Npgsql;
using NpgsqlTypes;

namespace Monolith.Pipelines.Journal;

/// <summary>
/// Commits the appends of many runs in one statement, and so in one round trip and one flush of the disk. Marten's event
/// tables are written set-based, because one call a stream costs several times the whole batch. An append whose run has
/// moved on is left out as a whole; the answer is the ids of those that went in.
/// </summary>
internal sealed class CommitStatement(string schema)
{
    private readonly string sql = $"""
        with appends as (
            select * from unnest($1, $2, $3, $4, $5, $26, $27)
                as a (id, from_version, to_version, request_key, request_hash, place_key, place_limit)
        ), wanting as (
            select a.id, a.place_key, a.place_limit, row_number() over (partition by a.place_key order by a.id) as turn
            from appends a join {schema}.mt_streams s on s.id = a.id and s.version = a.from_version
            where a.place_key is not null
        ), vacant as (
            select k.place_key, p.place, row_number() over (partition by k.place_key order by p.place) as turn
            from (select place_key, max(place_limit) as place_limit from wanting group by place_key) k
            cross join lateral generate_series(1, k.place_limit) as p (place)
            where not exists (select 1 from {schema}.run_places t where t.key = k.place_key and t.place = p.place)
        ), placed as (
            insert into {schema}.run_places (key, place, run_id)
            select w.place_key, v.place, w.id from wanting w join vacant v on v.place_key = w.place_key and v.turn = w.turn
            on conflict do nothing
            returning run_id
        ), keyed as (
            insert into {schema}.run_requests (key, request_hash, run_id, created_at)
            select request_key, request_hash, id, now() from appends where request_key is not null
            on conflict (key) do nothing
            returning run_id
        ), created as (
            insert into {schema}.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
            select id, 'run', to_version, now(), now(), '*DEFAULT*', false from appends
            where from_version = 0 and (request_key is null or id in (select run_id from keyed))
            on conflict (id) do nothing
            returning id
        ), moved as (
            update {schema}.mt_streams s set version = a.to_version, timestamp = now()
            from appends a where s.id = a.id and a.from_version > 0 and s.version = a.from_version
                and (a.place_key is null or a.id in (select run_id from placed))
            returning s.id
        ), done as (
            select id from created union all select id from moved
        ), written as (
            insert into {schema}.mt_events
                (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
            select nextval('{schema}.mt_events_sequence'), e.id, e.stream_id, e.version, e.data, e.type, e.at,
                '*DEFAULT*', false
            from unnest($6, $7, $8, $9, $10, $35) as e (stream_id, version, data, type, at, id)
            where e.stream_id in (select id from done)
        ), listed as (
            insert into {schema}.runs
                (id, pipeline, pipeline_version, definition_hash, status, labels, trigger, branch, commit_sha,
                 created_at, started_at, finished_at, owner, wake_at, error_code,
                 queue_rank, share, concurrency_key, concurrency_limit, cancel_older, parent_run, project, plugins)
            select r.id, pipeline, pipeline_version, definition_hash, status, labels, trigger, branch, commit_sha,
                 created_at, started_at, finished_at, owner, wake_at, error_code,
                 queue_rank, share, concurrency_key, concurrency_limit, cancel_older, parent_run, project, string_to_array(plugins, ',')
            from unnest($11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $28, $29, $30, $31, $32, $33, $44, $46)
                as r (id, pipeline, pipeline_version, definition_hash, status, labels, trigger, branch, commit_sha,
                 created_at, started_at, finished_at, owner, wake_at, error_code,
                 queue_rank, share, concurrency_key, concurrency_limit, cancel_older, parent_run, project, plugins)
            where r.id in (select id from done)
            on conflict (id) do update set
                status = excluded.status, started_at = excluded.started_at, finished_at = excluded.finished_at,
                owner = excluded.owner, wake_at = excluded.wake_at, error_code = excluded.error_code
        ), itemized as (
            insert into {schema}.run_items (id, run_id, kind, stage, status, data, created_at, due_at, project)
            select * from unnest($36, $37, $38, $39, $40, $41, $42, $43, $45) as i (id, run_id, kind, stage, status, data, created_at, due_at, project)
            where i.run_id in (select id from done)
            on conflict (id) do update set status = excluded.status, data = excluded.data, due_at = excluded.due_at
        ), left_places as (
            delete from {schema}.run_places where run_id in (select l.id from unnest($34) as l (id) join done using (id))
        )
        select id from done
        """;

    /// <returns>The runs whose append was committed.</returns>
    public async Task<HashSet<Guid>> ExecuteAsync(
        NpgsqlDataSource database, IReadOnlyList<Append> appends, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        Bind(command.Parameters, appends);
        var done = new HashSet<Guid>(appends.Count);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            done.Add(reader.GetGuid(0));
        return done;
    }

    private static void Bind(NpgsqlParameterCollection parameters, IReadOnlyList<Append> appends)
    {
        void Add<T>(NpgsqlDbType type, IEnumerable<T> values) =>
            parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | type });

        Add(NpgsqlDbType.Uuid, appends.Select(a => a.RunId));
        Add(NpgsqlDbType.Bigint, appends.Select(a => a.FromVersion));
        Add(NpgsqlDbType.Bigint, appends.Select(a => a.ToVersion));
        Add(NpgsqlDbType.Text, appends.Select(a => a.Key?.Key));
        Add(NpgsqlDbType.Text, appends.Select(a => a.Key?.RequestHash));

        var events = appends.SelectMany(a => a.Events.Select((row, i) => (a.RunId, Version: a.FromVersion + i + 1, Row: row))).ToList();
        Add(NpgsqlDbType.Uuid, events.Select(e => e.RunId));
        Add(NpgsqlDbType.Bigint, events.Select(e => e.Version));
        Add(NpgsqlDbType.Jsonb, events.Select(e => e.Row.Data));
        Add(NpgsqlDbType.Text, events.Select(e => e.Row.Type.Name));
        Add(NpgsqlDbType.TimestampTz, events.Select(e => e.Row.At));

        var rows = appends.Where(a => a.Row is not null).Select(a => (a.RunId, Row: a.Row!)).ToList();
        Add(NpgsqlDbType.Uuid, rows.Select(r => r.RunId));
        Add(NpgsqlDbType.Text, rows.Select(r => r.Row.Pipeline));
        Add(NpgsqlDbType.Integer, rows.Select(r => r.Row.PipelineVersion));
        Add(NpgsqlDbType.Text, rows.Select(r => r.Row.DefinitionHash));
        Add(NpgsqlDbType.Text, rows.Select(r => StatusNames.Of(r.Row.Status)));
        Add(NpgsqlDbType.Jsonb, rows.Select(r => r.Row.Labels));
        Add(NpgsqlDbType.Text, rows.Select(r => r.Row.Trigger));
        Add(NpgsqlDbType.Text, rows.Select(r => r.Row.Branch));
        Add(NpgsqlDbType.Text, rows.Select(r => r.Row.CommitSha));
        Add(NpgsqlDbType.TimestampTz, rows.Select(r => r.Row.CreatedAt));
        Add(NpgsqlDbType.TimestampTz, rows.Select(r => r.Row.StartedAt));
        Add(NpgsqlDbType.TimestampTz, rows.Select(r => r.Row.FinishedAt));
        Add(NpgsqlDbType.Uuid, rows.Select(r => r.Row.Owner));
        Add(NpgsqlDbType.TimestampTz, rows.Select(r => r.Row.WakeAt));
        Add(NpgsqlDbType.Text, rows.Select(r => r.Row.ErrorCode));

        Add(NpgsqlDbType.Text, appends.Select(a => a.Place?.Key));
        Add(NpgsqlDbType.Integer, appends.Select(a => a.Place?.Limit));
        Add(NpgsqlDbType.Integer, rows.Select(r => -r.Row.Priority));
        Add(NpgsqlDbType.Text, rows.Select(r => r.Row.Share));
        Add(NpgsqlDbType.Text, rows.Select(r => r.Row.Concurrency?.Key));
        Add(NpgsqlDbType.Integer, rows.Select(r => r.Row.Concurrency?.Limit));
        Add(NpgsqlDbType.Boolean, rows.Select(r => r.Row.Concurrency?.CancelOlder ?? false));
        Add(NpgsqlDbType.Uuid, rows.Select(r => r.Row.ParentRun));
        Add(NpgsqlDbType.Uuid, appends.Where(a => a.LeavesPlace).Select(a => a.RunId));
        Add(NpgsqlDbType.Uuid, events.Select(e => EventId.Of(e.RunId, e.Version)));

        var items = appends.SelectMany(a => a.Items.Select(item => (a.RunId, a.Project, Item: item))).ToList();
        Add(NpgsqlDbType.Uuid, items.Select(i => i.Item.Id));
        Add(NpgsqlDbType.Uuid, items.Select(i => i.RunId));
        Add(NpgsqlDbType.Text, items.Select(i => i.Item.Kind));
        Add(NpgsqlDbType.Text, items.Select(i => i.Item.Stage));
        Add(NpgsqlDbType.Text, items.Select(i => i.Item.Status));
        Add(NpgsqlDbType.Jsonb, items.Select(i => StorableJson.Clean(i.Item.Data)));
        Add(NpgsqlDbType.TimestampTz, items.Select(i => i.Item.CreatedAt));
        Add(NpgsqlDbType.TimestampTz, items.Select(i => i.Item.DueAt));

        Add(NpgsqlDbType.Text, rows.Select(r => r.Row.Project));
        Add(NpgsqlDbType.Text, items.Select(i => i.Project));
        Add(NpgsqlDbType.Text, rows.Select(r => r.Row.Plugins));
    }
}
