using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Artifacts;

/// <summary>
/// Which run names which content. Content is put in its place, or deleted, only under the content's lock, so that what one
/// run is about to name is not deleted under its hands.
/// </summary>
internal sealed class ArtifactReferences(NpgsqlDataSource database, JournalSchema schema)
{
    public Task AddAsync(Guid runId, string sha256, Action putInPlace, CancellationToken cancellationToken) => LockedAsync(
        sha256,
        $"insert into {schema.Name}.run_artifacts (sha256, run_id) values ($1, $2) on conflict do nothing returning 1",
        command =>
        {
            command.Parameters.AddWithValue(sha256);
            command.Parameters.AddWithValue(runId);
        },
        _ => putInPlace(),
        cancellationToken);

    public Task DeleteUnnamedAsync(string sha256, Action delete, CancellationToken cancellationToken) => LockedAsync(
        sha256,
        $"select 1 from {schema.Name}.run_artifacts where sha256 = $1 limit 1",
        command => command.Parameters.AddWithValue(sha256),
        isNamed =>
        {
            if (!isNamed)
                delete();
        },
        cancellationToken);

    /// <returns>Those of the given that no run names.</returns>
    public async Task<List<string>> UnnamedAsync(string[] sha256, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"select k.sha from unnest($1) as k (sha) where not exists (select 1 from {schema.Name}.run_artifacts a where a.sha256 = k.sha)");
        command.Parameters.AddWithValue(sha256);
        var unnamed = new List<string>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            unnamed.Add(rows.GetString(0));
        return unnamed;
    }

    private async Task LockedAsync(string sha256, string sql, Action<NpgsqlCommand> bind, Action<bool> act, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var hold = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection, transaction))
        {
            hold.Parameters.AddWithValue(sha256);
            await hold.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var command = new NpgsqlCommand(sql, connection, transaction);
        bind(command);
        act(await command.ExecuteScalarAsync(cancellationToken) is not null);
        await transaction.CommitAsync(cancellationToken);
    }
}
