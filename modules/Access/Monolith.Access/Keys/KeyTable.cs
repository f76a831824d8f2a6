using System.Runtime.CompilerServices;
using Monolith.Access.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace Monolith.Access.Keys;

/// <summary>The keys of an installation, the same for all its hosts.</summary>
internal sealed class KeyTable(NpgsqlDataSource database, AccessSchema schema)
{
    private const string Columns = "id, name, roles, hash, created_at, created_by, previous_hash, previous_until, expires_at, last_used_at, projects";

    public async Task AddAsync(ApiKey key, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"insert into {schema.Keys} (id, name, roles, hash, created_at, created_by, expires_at, projects) values ($1, $2, $3, $4, $5, $6, $7, $8)");
        command.Parameters.AddWithValue(key.Id);
        command.Parameters.AddWithValue(key.Name);
        command.Parameters.AddWithValue(key.Roles.Select(role => role.ToString()).ToArray());
        command.Parameters.AddWithValue(key.Hash);
        command.Parameters.AddWithValue(key.CreatedAt);
        command.Parameters.AddWithValue(key.CreatedBy);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset?> { TypedValue = key.ExpiresAt });
        command.Parameters.Add(Texts(key.Projects?.ToArray()));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <returns>Null when there is none of that id.</returns>
    public async Task<ApiKey?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from {schema.Keys} where id = $1");
        command.Parameters.AddWithValue(id);
        await foreach (var key in ReadAsync(command, cancellationToken))
            return key;
        return null;
    }

    /// <param name="projects">Keys for no other than these; null for all keys.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>The oldest first.</returns>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(string[]? projects, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from {schema.Keys} where $1 is null or projects <@ $1 order by created_at, id");
        command.Parameters.Add(Texts(projects));
        return await ReadAsync(command, cancellationToken).ToListAsync(cancellationToken);
    }

    /// <summary>The hash becomes another; the one there is counts as the predecessor's until then.</summary>
    /// <returns>Null when there is none of that id.</returns>
    public async Task<ApiKey?> RotateAsync(Guid id, byte[] hash, DateTimeOffset previousUntil, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"update {schema.Keys} set previous_hash = hash, previous_until = $3, hash = $2 where id = $1 returning {Columns}");
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(hash);
        command.Parameters.AddWithValue(previousUntil);
        await foreach (var key in ReadAsync(command, cancellationToken))
            return key;
        return null;
    }

    public async Task UsedAsync(Guid id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"update {schema.Keys} set last_used_at = greatest(last_used_at, $2) where id = $1");
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(at);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <returns>Whether there was one of that id.</returns>
    public async Task<bool> DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"delete from {schema.Keys} where id = $1");
        command.Parameters.AddWithValue(id);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    private static async IAsyncEnumerable<ApiKey> ReadAsync(NpgsqlCommand command, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            yield return new ApiKey(rows.GetGuid(0), rows.GetString(1), RolesOf(rows.GetFieldValue<string[]>(2)), rows.GetFieldValue<byte[]>(3), At(rows, 4)!.Value, rows.GetString(5))
            {
                PreviousHash = rows.IsDBNull(6) ? null : rows.GetFieldValue<byte[]>(6),
                PreviousUntil = At(rows, 7),
                ExpiresAt = At(rows, 8),
                LastUsedAt = At(rows, 9),
                Projects = rows.IsDBNull(10) ? null : rows.GetFieldValue<string[]>(10),
            };
        }
    }

    private static NpgsqlParameter<string[]?> Texts(string[]? texts) => new() { TypedValue = texts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    // A role that a newer version knows allows nothing here.
    private static IReadOnlyList<AccessRole> RolesOf(string[] names) =>
        [.. Enum.GetValues<AccessRole>().Where(role => names.Contains(role.ToString(), StringComparer.Ordinal))];

    private static DateTimeOffset? At(NpgsqlDataReader rows, int column) => rows.IsDBNull(column) ? null : rows.GetFieldValue<DateTimeOffset>(column);
}
