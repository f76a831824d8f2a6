using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace Monolith.Secrets.Storing;

/// <summary>The secrets of all projects, encrypted.</summary>
internal sealed class SecretTable(NpgsqlDataSource database, SecretsSchema schema)
{
    private const string Columns = "project, name, version, cipher, created_at, created_by, updated_at, updated_by";

    /// <summary>Adds it, or replaces the value of the one that is there.</summary>
    public async Task<StoredSecret> PutAsync(string project, string name, byte[] cipher, Stamp stamp, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            insert into {schema.Secrets} as stored ({Columns}) values ($1, $2, 1, $3, $4, $5, $4, $5)
            on conflict (project, name) do update set version = stored.version + 1, cipher = excluded.cipher, updated_at = excluded.updated_at, updated_by = excluded.updated_by
            returning {Columns}
            """);
        command.Parameters.AddWithValue(project);
        command.Parameters.AddWithValue(name);
        command.Parameters.AddWithValue(cipher);
        command.Parameters.AddWithValue(stamp.At);
        command.Parameters.AddWithValue(stamp.By);
        return await ReadAsync(command, cancellationToken).FirstAsync(cancellationToken);
    }

    /// <returns>Null when there is none.</returns>
    public async Task<StoredSecret?> FindAsync(string project, string name, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from {schema.Secrets} where project = $1 and name = $2");
        command.Parameters.AddWithValue(project);
        command.Parameters.AddWithValue(name);
        return await ReadAsync(command, cancellationToken).FirstOrDefaultAsync(cancellationToken);
    }

    /// <param name="projects">Null for all.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>By project and name, without what is encrypted.</returns>
    public async Task<IReadOnlyList<StoredSecret>> ListAsync(string[]? projects, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns.Replace("cipher", "''::bytea", StringComparison.Ordinal)} from {schema.Secrets} where $1 is null or project = any($1) order by project, name");
        command.Parameters.Add(new NpgsqlParameter<string[]?> { TypedValue = projects, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        return await ReadAsync(command, cancellationToken).ToListAsync(cancellationToken);
    }

    /// <summary>The same value, encrypted anew.</summary>
    /// <returns>False when somebody else has changed or deleted it since it was read.</returns>
    public async Task<bool> EncryptAnewAsync(StoredSecret read, byte[] cipher, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"update {schema.Secrets} set cipher = $4 where project = $1 and name = $2 and cipher = $3");
        command.Parameters.AddWithValue(read.Project);
        command.Parameters.AddWithValue(read.Name);
        command.Parameters.AddWithValue(read.Cipher);
        command.Parameters.AddWithValue(cipher);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    /// <returns>Whether there was one.</returns>
    public async Task<bool> DeleteAsync(string project, string name, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"delete from {schema.Secrets} where project = $1 and name = $2");
        command.Parameters.AddWithValue(project);
        command.Parameters.AddWithValue(name);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    private static async IAsyncEnumerable<StoredSecret> ReadAsync(NpgsqlCommand command, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            yield return new StoredSecret(rows.GetString(0), rows.GetString(1), rows.GetInt32(2), rows.GetFieldValue<byte[]>(3), StampAt(rows, 4), StampAt(rows, 6));
    }

    private static Stamp StampAt(NpgsqlDataReader rows, int column) => new(rows.GetFieldValue<DateTimeOffset>(column), rows.GetString(column + 1));
}
