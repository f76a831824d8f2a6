using System.Text.Json;
using Monolith.Agents.Registry.Api.Http;
using Npgsql;
using NpgsqlTypes;

namespace Monolith.Agents.Registry.Shadowing;

/// <summary>Comparisons, the same for all hosts.</summary>
internal sealed class ShadowTable(NpgsqlDataSource database, RegistrySchema schema)
{
    private const string Columns = "id, plugin, content_hash, started_by, started_at, status, finished_at, report::text";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task AddAsync(Shadow shadow, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"insert into {schema.Shadows} (id, plugin, content_hash, started_by, started_at, status, is_same, report) values ($1, $2, $3, $4, $5, $6, false, $7)");
        command.Parameters.AddWithValue(shadow.Id);
        command.Parameters.AddWithValue(shadow.Plugin);
        command.Parameters.AddWithValue(shadow.ContentHash);
        command.Parameters.AddWithValue(shadow.StartedBy);
        command.Parameters.AddWithValue(shadow.StartedAt);
        command.Parameters.AddWithValue(shadow.Status);
        command.Parameters.Add(Report(shadow.Report));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Ends one that is under way; of one that is over nothing changes.</summary>
    /// <returns>Whether it was under way.</returns>
    public async Task<bool> EndAsync(Guid id, string status, ShadowReport report, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"update {schema.Shadows} set status = $2, is_same = $3, report = $4, finished_at = $5 where id = $1 and status = '{ShadowStatus.Running}'");
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(status);
        command.Parameters.AddWithValue(status == ShadowStatus.Finished && report.IsSame);
        command.Parameters.Add(Report(report));
        command.Parameters.AddWithValue(at);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    public async Task<bool> IsRunningAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select 1 from {schema.Shadows} where id = $1 and status = '{ShadowStatus.Running}'");
        command.Parameters.AddWithValue(id);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <returns>Whether the last comparison of that version that came to its end found no difference; null when there is none.</returns>
    public async Task<bool?> IsSameAsync(string plugin, string contentHash, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"select is_same from {schema.Shadows} where plugin = $1 and content_hash = $2 and status = '{ShadowStatus.Finished}' order by started_at desc limit 1");
        command.Parameters.AddWithValue(plugin);
        command.Parameters.AddWithValue(contentHash);
        return await command.ExecuteScalarAsync(cancellationToken) as bool?;
    }

    /// <returns>The newest first, at most 100.</returns>
    public async Task<IReadOnlyList<Shadow>> ListAsync(string plugin, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from {schema.Shadows} where plugin = $1 order by started_at desc limit 100");
        command.Parameters.AddWithValue(plugin);
        return await ReadAsync(command, cancellationToken);
    }

    /// <returns>Null when there is none.</returns>
    public async Task<Shadow?> FindAsync(string plugin, Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from {schema.Shadows} where plugin = $1 and id = $2");
        command.Parameters.AddWithValue(plugin);
        command.Parameters.AddWithValue(id);
        return await ReadAsync(command, cancellationToken) is [var found] ? found : null;
    }

    private static NpgsqlParameter Report(ShadowReport report) => new() { Value = JsonSerializer.Serialize(report, Json), NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static async Task<List<Shadow>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var shadows = new List<Shadow>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            shadows.Add(new Shadow(rows.GetGuid(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetFieldValue<DateTimeOffset>(4))
            {
                Status = rows.GetString(5),
                FinishedAt = rows.IsDBNull(6) ? null : rows.GetFieldValue<DateTimeOffset>(6),
                Report = JsonSerializer.Deserialize<ShadowReport>(rows.GetString(7), Json)!,
            });
        }

        return shadows;
    }
}
