using System.Text;
using Monolith.Pipelines.Contracts.Following;
using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Logs;

/// <summary>The stored logs.</summary>
internal sealed class StageLogTable(NpgsqlDataSource database, JournalSchema schema)
{
    public async Task AddAsync(IReadOnlyList<LogChunk> chunks)
    {
        await using var command = database.CreateCommand($"""
            insert into {schema.Name}.stage_logs (run_id, stage, attempt, chunk, body)
            select * from unnest($1, $2, $3, $4, $5) on conflict do nothing
            """);
        command.Parameters.AddWithValue(chunks.Select(c => c.RunId).ToArray());
        command.Parameters.AddWithValue(chunks.Select(c => c.Stage).ToArray());
        command.Parameters.AddWithValue(chunks.Select(c => c.Attempt).ToArray());
        command.Parameters.AddWithValue(chunks.Select(c => c.Number).ToArray());
        command.Parameters.AddWithValue(chunks.Select(c => Storable(c.Body)).ToArray());
        await command.ExecuteNonQueryAsync();
    }

    /// <param name="runId">The run.</param>
    /// <param name="stage">The stage's id.</param>
    /// <param name="attempt">Null for all attempts.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The chunks in order.</returns>
    public async IAsyncEnumerable<string> ReadAsync(
        Guid runId,
        string stage,
        int? attempt,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select body from {schema.Name}.stage_logs
            where run_id = $1 and stage = $2 and ($3::int is null or attempt = $3)
            order by attempt, chunk
            """);
        command.Parameters.AddWithValue(runId);
        command.Parameters.AddWithValue(stage);
        command.Parameters.Add(new NpgsqlParameter<int?> { TypedValue = attempt });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return reader.GetString(0);
    }

    /// <returns>What comes after the place, in order.</returns>
    public async Task<IReadOnlyList<StageLogPiece>> ReadAfterAsync(Guid runId, string stage, StageLogPlace after, int most, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select attempt, chunk, body from {schema.Name}.stage_logs
            where run_id = $1 and stage = $2 and (attempt, chunk) > ($3, $4)
            order by attempt, chunk limit $5
            """);
        command.Parameters.AddWithValue(runId);
        command.Parameters.AddWithValue(stage);
        command.Parameters.AddWithValue(after.Attempt);
        command.Parameters.AddWithValue(after.Number);
        command.Parameters.AddWithValue(most);
        var pieces = new List<StageLogPiece>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            pieces.Add(new StageLogPiece(new StageLogPlace(reader.GetInt32(0), reader.GetInt64(1)), reader.GetString(2)));
        return pieces;
    }

    // Halves of surrogate pairs have no UTF-8 form; a program may print anything.
    private static string Storable(string body) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(body));
}
