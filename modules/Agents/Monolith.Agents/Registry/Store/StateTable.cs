using Npgsql;
using NpgsqlTypes;

namespace Monolith.Agents.Registry.Store;

/// <summary>What every host is to serve.</summary>
internal sealed class StateTable(NpgsqlDataSource database, RegistrySchema schema)
{
    private const string Columns = "plugin, serving, previous, enabled, pinned, version, changed_by, changed_at";

    public async Task<IReadOnlyList<PluginState>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from {schema.States} order by plugin");
        return await ReadAsync(command, cancellationToken);
    }

    /// <returns>One that says nothing when there is none.</returns>
    public async Task<PluginState> FindAsync(string plugin, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from {schema.States} where plugin = $1");
        command.Parameters.AddWithValue(plugin);
        return await ReadAsync(command, cancellationToken) is [var found] ? found : new PluginState(plugin);
    }

    /// <returns>As it is stored; null when somebody changed it since it was read.</returns>
    public async Task<PluginState?> SaveAsync(PluginState state, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            insert into {schema.States} as state ({Columns}) values ($1, $2, $3, $4, $5, $6 + 1, $7, $8)
            on conflict (plugin) do update set serving = excluded.serving, previous = excluded.previous, enabled = excluded.enabled, pinned = excluded.pinned,
                version = excluded.version, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            where state.version = $6
            """);
        command.Parameters.AddWithValue(state.Plugin);
        command.Parameters.Add(Text(state.Serving));
        command.Parameters.Add(Text(state.Previous));
        command.Parameters.AddWithValue(state.IsEnabled);
        command.Parameters.AddWithValue(state.IsPinned);
        command.Parameters.AddWithValue(state.Version);
        command.Parameters.AddWithValue(state.ChangedBy);
        command.Parameters.AddWithValue(state.ChangedAt);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0 ? state with { Version = state.Version + 1 } : null;
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static async Task<List<PluginState>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var states = new List<PluginState>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            states.Add(new PluginState(rows.GetString(0))
            {
                Serving = rows.IsDBNull(1) ? null : rows.GetString(1),
                Previous = rows.IsDBNull(2) ? null : rows.GetString(2),
                IsEnabled = rows.GetBoolean(3),
                IsPinned = rows.GetBoolean(4),
                Version = rows.GetInt64(5),
                ChangedBy = rows.GetString(6),
                ChangedAt = rows.GetFieldValue<DateTimeOffset>(7),
            });
        }

        return states;
    }
}
