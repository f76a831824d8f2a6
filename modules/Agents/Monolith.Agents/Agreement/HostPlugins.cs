using Marten;
using Monolith.Kernel;
using Npgsql;

namespace Monolith.Agents.Agreement;

/// <summary>
/// Which host has which version, in the database; times are the database's. A version counts as there for a while after its host was last seen, so
/// that a host that is replaced finds its runs again.
/// </summary>
internal sealed class HostPlugins(HostIdentity host, NpgsqlDataSource? database = null, IDocumentStore? store = null)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private string Table => $"{store?.Options.DatabaseSchemaName}.host_plugins";

    /// <summary>Says that this host has a version, before anything can rely on it. Without a database nobody else is to know.</summary>
    public Task AddAsync(string contentHash, CancellationToken cancellationToken) => WriteAsync(
        $"insert into {Table} (host_id, content_hash, seen_at) values ($1, $2, now()) on conflict (host_id, content_hash) do update set seen_at = now()",
        [host.Id, contentHash],
        cancellationToken);

    /// <summary>Says what this host has, and forgets what nobody has had for long.</summary>
    public Task SetAsync(string[] contentHashes, CancellationToken cancellationToken) => WriteAsync(
        $"""
        with gone as (
            delete from {Table} where seen_at < now() - $3 or (host_id = $1 and content_hash <> all($2))
        )
        insert into {Table} (host_id, content_hash, seen_at) select $1, hash, now() from unnest($2) as hash
        on conflict (host_id, content_hash) do update set seen_at = now()
        """,
        [host.Id, contentHashes, Remembered],
        cancellationToken);

    /// <returns>The versions that other hosts have, or had until a while ago.</returns>
    public async Task<IReadOnlyList<string>> OfOthersAsync(CancellationToken cancellationToken)
    {
        if (database is null)
            return [];
        await using var command = database.CreateCommand($"select distinct content_hash from {Table} where host_id <> $1 and seen_at > now() - $2");
        command.Parameters.AddWithValue(host.Id);
        command.Parameters.AddWithValue(Remembered);
        var found = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found.Add(reader.GetString(0));
        return found;
    }

    private async Task WriteAsync(string sql, object[] values, CancellationToken cancellationToken)
    {
        if (database is null)
            return;
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
