using Npgsql;
using NpgsqlTypes;

namespace Monolith.Triggers.Hooks.Deliveries;

/// <summary>What came, each once.</summary>
internal sealed class DeliveryTable(NpgsqlDataSource database, TriggersSchema schema)
{
    private const string Columns = "project, source, id, body_hash, status, event, runs, attempts";

    /// <param name="delivery">What came.</param>
    /// <param name="now">When.</param>
    /// <param name="dueAt">When somebody else starts its runs if nobody has by then.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>False when it came before, by its id or its content.</returns>
    public async Task<bool> AddAsync(HookDelivery delivery, DateTimeOffset now, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"insert into {schema.Deliveries} ({Columns}, received_at, due_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing");
        AddKey(command, delivery);
        command.Parameters.Add(new NpgsqlParameter { Value = delivery.BodyHash ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.AddWithValue(delivery.Status);
        command.Parameters.Add(new NpgsqlParameter { Value = delivery.Event ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.AddWithValue(delivery.Runs);
        command.Parameters.AddWithValue(delivery.Attempts);
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(dueAt);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <returns>The delivery of that id or content; null when it was deleted.</returns>
    public async Task<HookDelivery?> FindAsync(HookDelivery delivery, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"select {Columns} from {schema.Deliveries} where project = $1 and source = $2 and (id = $3 or body_hash = $4)");
        AddKey(command, delivery);
        command.Parameters.Add(new NpgsqlParameter { Value = delivery.BodyHash ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        return (await ReadAsync(command, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Takes what nobody has started; until the lease is over no other host gets it.</summary>
    public async Task<IReadOnlyList<HookDelivery>> TakeDueAsync(DateTimeOffset now, DateTimeOffset leaseUntil, int atMost, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            update {schema.Deliveries} d set due_at = $2, attempts = attempts + 1
            from (select project as p, source as s, id as i from {schema.Deliveries} where due_at <= $1 order by due_at limit $3 for update skip locked) due
            where d.project = p and d.source = s and d.id = i
            returning {Columns}
            """);
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(leaseUntil);
        command.Parameters.AddWithValue(atMost);
        return await ReadAsync(command, cancellationToken);
    }

    /// <param name="delivery">As it is now.</param>
    /// <param name="dueAt">When it is looked at again; null for never.</param>
    /// <param name="cancellationToken">Gives it up; it is then looked at again when it was to be.</param>
    public async Task PutAsync(HookDelivery delivery, DateTimeOffset? dueAt, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"update {schema.Deliveries} set status = $4, runs = $5, due_at = $6 where project = $1 and source = $2 and id = $3");
        AddKey(command, delivery);
        command.Parameters.AddWithValue(delivery.Status);
        command.Parameters.AddWithValue(delivery.Runs);
        command.Parameters.Add(new NpgsqlParameter { Value = dueAt ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <returns>How many.</returns>
    public async Task<int> DeleteOldAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"delete from {schema.Deliveries} where received_at < $1");
        command.Parameters.AddWithValue(before);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void AddKey(NpgsqlCommand command, HookDelivery delivery)
    {
        command.Parameters.AddWithValue(delivery.Project);
        command.Parameters.AddWithValue(delivery.Source);
        command.Parameters.AddWithValue(delivery.Id);
    }

    private static async Task<List<HookDelivery>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var deliveries = new List<HookDelivery>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            deliveries.Add(new HookDelivery
            {
                Project = rows.GetString(0),
                Source = rows.GetString(1),
                Id = rows.GetString(2),
                BodyHash = rows.IsDBNull(3) ? null : rows.GetString(3),
                Status = rows.GetString(4),
                Event = rows.IsDBNull(5) ? null : rows.GetString(5),
                Runs = rows.GetString(6),
                Attempts = rows.GetInt32(7),
            });
        }

        return deliveries;
    }
}
