using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace Monolith.Agents.Registry.Store;

/// <summary>The packages of an installation, the same for all its hosts. Bytes are streamed, never held.</summary>
internal sealed class PackageTable(NpgsqlDataSource database, RegistrySchema schema)
{
    private const string Columns = "plugin, content_hash, version, agents, publisher, file_name, size, sha256, source, uploaded_by, uploaded_at";

    /// <returns>Whether it was not there yet.</returns>
    public async Task<bool> AddAsync(Package package, Stream archive, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"insert into {schema.Packages} ({Columns}, archive) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing");
        command.Parameters.AddWithValue(package.Plugin);
        command.Parameters.AddWithValue(package.ContentHash);
        command.Parameters.AddWithValue(package.Version);
        command.Parameters.AddWithValue(package.Agents.ToArray());
        command.Parameters.Add(new NpgsqlParameter { Value = package.Publisher ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.AddWithValue(package.FileName);
        command.Parameters.AddWithValue(package.Size);
        command.Parameters.AddWithValue(package.Sha256);
        command.Parameters.AddWithValue(package.Source);
        command.Parameters.AddWithValue(package.UploadedBy);
        command.Parameters.AddWithValue(package.UploadedAt);
        command.Parameters.Add(new NpgsqlParameter { Value = archive, NpgsqlDbType = NpgsqlDbType.Bytea });
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    /// <param name="plugin">Of this plugin; null for all.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>By plugin, the newest first.</returns>
    public async Task<IReadOnlyList<Package>> ListAsync(string? plugin, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from {schema.Packages} where $1 is null or plugin = $1 order by plugin, uploaded_at desc, content_hash");
        command.Parameters.Add(new NpgsqlParameter { Value = plugin ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        return await ReadAsync(command, cancellationToken).ToListAsync(cancellationToken);
    }

    /// <returns>Null when there is none.</returns>
    public async Task<Package?> FindAsync(string plugin, string contentHash, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from {schema.Packages} where plugin = $1 and content_hash = $2");
        command.Parameters.AddWithValue(plugin);
        command.Parameters.AddWithValue(contentHash);
        return await ReadAsync(command, cancellationToken).FirstOrDefaultAsync(cancellationToken);
    }

    /// <returns>A package of that content, whatever its plugin is called; null when there is none.</returns>
    public async Task<Package?> FindAsync(string contentHash, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from {schema.Packages} where content_hash = $1 order by uploaded_at limit 1");
        command.Parameters.AddWithValue(contentHash);
        return await ReadAsync(command, cancellationToken).FirstOrDefaultAsync(cancellationToken);
    }

    /// <returns>Whether there was one; then its archive is written to the stream.</returns>
    public async Task<bool> ReadArchiveAsync(string plugin, string contentHash, Stream to, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select archive from {schema.Packages} where plugin = $1 and content_hash = $2");
        command.Parameters.AddWithValue(plugin);
        command.Parameters.AddWithValue(contentHash);
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        if (!await rows.ReadAsync(cancellationToken))
            return false;
        await using var archive = await rows.GetStreamAsync(0, cancellationToken);
        await archive.CopyToAsync(to, cancellationToken);
        return true;
    }

    /// <returns>Whether there was one.</returns>
    public async Task<bool> DeleteAsync(string plugin, string contentHash, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"delete from {schema.Packages} where plugin = $1 and content_hash = $2");
        command.Parameters.AddWithValue(plugin);
        command.Parameters.AddWithValue(contentHash);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    private static async IAsyncEnumerable<Package> ReadAsync(NpgsqlCommand command, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            yield return new Package(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetFieldValue<string[]>(3))
            {
                Publisher = rows.IsDBNull(4) ? null : rows.GetString(4),
                FileName = rows.GetString(5),
                Size = rows.GetInt64(6),
                Sha256 = rows.GetString(7),
                Source = rows.GetString(8),
                UploadedBy = rows.GetString(9),
                UploadedAt = rows.GetFieldValue<DateTimeOffset>(10),
            };
        }
    }
}
