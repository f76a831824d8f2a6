using Npgsql;
using NpgsqlTypes;

namespace Monolith.Agents.Registry.Store;

/// <summary>What each host serves, by its own word; one that has said nothing for a while is gone.</summary>
internal sealed class ServingTable(NpgsqlDataSource database, RegistrySchema schema)
{
    /// <summary>How often a host says what it serves, though nothing has changed.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Gone = 3 * Heartbeat;

    public async Task SayAsync(Guid host, string name, IReadOnlyCollection<HostServing> plugins, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            with said as (select * from unnest($3::text[], $4::text[], $5::text[]) as said (plugin, content_hash, fault)),
                 unsaid as (delete from {schema.Servings} where (host_id = $1 and plugin not in (select plugin from said)) or (host_id <> $1 and seen_at < now() - $6))
            insert into {schema.Servings} (host_id, host_name, plugin, content_hash, fault, seen_at) select $1, $2, plugin, content_hash, fault, now() from said
            on conflict (host_id, plugin) do update set content_hash = excluded.content_hash, fault = excluded.fault, seen_at = excluded.seen_at
            """);
        command.Parameters.AddWithValue(host);
        command.Parameters.AddWithValue(name);
        command.Parameters.AddWithValue(plugins.Select(plugin => plugin.Plugin).ToArray());
        command.Parameters.Add(Texts(plugins.Select(plugin => plugin.ContentHash)));
        command.Parameters.Add(Texts(plugins.Select(plugin => plugin.Fault)));
        command.Parameters.AddWithValue(Gone);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task LeaveAsync(Guid host, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"delete from {schema.Servings} where host_id = $1");
        command.Parameters.AddWithValue(host);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <param name="plugin">Of this plugin; null for all.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<IReadOnlyList<HostServing>> ListAsync(string? plugin, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"select plugin, content_hash, fault, host_name from {schema.Servings} where seen_at > now() - $1 and ($2 is null or plugin = $2) order by plugin, host_name");
        command.Parameters.AddWithValue(Gone);
        command.Parameters.Add(new NpgsqlParameter { Value = plugin ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        var said = new List<HostServing>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            said.Add(new HostServing(rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetString(2)) { Host = rows.GetString(3) });
        return said;
    }

    private static NpgsqlParameter Texts(IEnumerable<string?> values) => new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}

/// <summary>What a host serves of a plugin.</summary>
/// <param name="Plugin">The plugin's name.</param>
/// <param name="ContentHash">Null for nothing.</param>
/// <param name="Fault">Why it does not serve what it is to serve; null when it does.</param>
internal sealed record HostServing(string Plugin, string? ContentHash, string? Fault)
{
    public string Host { get; init; } = "";
}
