using System.Text;
using Npgsql;

namespace Monolith.Pipelines.Journal.Items;

/// <summary>Finds items and moves along those that are no part of a run's state, such as messages to be sent.</summary>
internal sealed class RunItemTable(NpgsqlDataSource database, JournalSchema schema)
{
    private const string Columns = "id, run_id, kind, stage, status, data::text, created_at, due_at";

    public async Task<StoredRunItem?> FindAsync(string kind, Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync($"select {Columns} from {schema.Name}.run_items where kind = $1 and id = $2", [kind, id], cancellationToken)).FirstOrDefault();

    /// <returns>Newest first, along (created, id).</returns>
    public Task<List<StoredRunItem>> ListAsync(RunItemFilter filter, CancellationToken cancellationToken)
    {
        var sql = new StringBuilder($"select {Columns} from {schema.Name}.run_items where kind = $1");
        var values = new List<object> { filter.Kind };
        void And(string condition, object? value)
        {
            if (value is null)
                return;
            values.Add(value);
            sql.Append(" and ").Append(condition.Replace("?", $"${values.Count}", StringComparison.Ordinal));
        }

        And("status = any(?)", filter.Statuses?.ToArray());
        And("project = any(?)", filter.Projects);
        And("run_id = ?", filter.RunId);
        And("data @> ?::jsonb", filter.DataHolds);
        if (filter.After is { } after)
        {
            values.AddRange([after.CreatedAt, after.Id]);
            sql.Append(System.Globalization.CultureInfo.InvariantCulture, $" and (created_at, id) < (${values.Count - 1}, ${values.Count})");
        }

        sql.Append(System.Globalization.CultureInfo.InvariantCulture, $" order by created_at desc, id desc limit {filter.Limit}");
        return ReadAsync(sql.ToString(), values, cancellationToken);
    }

    /// <summary>Takes items that are due; until the lease is over no other host gets them.</summary>
    /// <returns>Oldest due first, each as it is now.</returns>
    public Task<List<StoredRunItem>> TakeDueAsync(string kind, DateTimeOffset now, TimeSpan lease, int atMost, CancellationToken cancellationToken) => ReadAsync(
        $"""
        update {schema.Name}.run_items i set due_at = $3
        from (select id from {schema.Name}.run_items where kind = $1 and due_at <= $2 order by due_at limit $4 for update skip locked) due
        where i.id = due.id
        returning i.id, i.run_id, i.kind, i.stage, i.status, i.data::text, i.created_at, i.due_at
        """,
        [kind, now, now + lease, atMost],
        cancellationToken);

    /// <returns>False when it has another status by now, or is gone with its run.</returns>
    public async Task<bool> MoveAsync(
        Guid id, string from, string to, string data, DateTimeOffset? dueAt, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"update {schema.Name}.run_items set status = $3, data = $4::jsonb, due_at = $5 where id = $1 and status = $2");
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(from);
        command.Parameters.AddWithValue(to);
        command.Parameters.AddWithValue(data);
        command.Parameters.Add(new NpgsqlParameter { Value = dueAt ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private async Task<List<StoredRunItem>> ReadAsync(string sql, IEnumerable<object> values, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        var items = new List<StoredRunItem>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            items.Add(new StoredRunItem(reader.GetGuid(1), new RunItem(
                reader.GetGuid(0),
                reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.GetString(4),
                reader.GetString(5),
                reader.GetFieldValue<DateTimeOffset>(6),
                reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7))));
        }

        return items;
    }
}

/// <summary>An item and the run it is of.</summary>
internal sealed record StoredRunItem(Guid RunId, RunItem Item);

/// <summary>What a list of items is narrowed to.</summary>
/// <param name="Kind">One of <see cref="RunItemKinds"/>.</param>
/// <param name="Limit">At most so many.</param>
internal sealed record RunItemFilter(string Kind, int Limit)
{
    public IReadOnlyList<string>? Statuses { get; init; }

    /// <summary>Theirs only; null for all.</summary>
    public string[]? Projects { get; init; }

    public Guid? RunId { get; init; }

    /// <summary>A JSON object that must be part of the item's data.</summary>
    public string? DataHolds { get; init; }

    /// <summary>The last one of the page before.</summary>
    public (DateTimeOffset CreatedAt, Guid Id)? After { get; init; }
}
