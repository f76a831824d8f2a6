using Npgsql;

namespace Monolith.Models.Journal;

/// <summary>Finds what was answered before. Rows are written by the ledger, in the transaction of the money.</summary>
internal sealed class CallJournal(NpgsqlDataSource database, ModelTables tables, ContentCipher cipher)
{
    /// <summary>What this very attempt was answered, by an execution of it that a crash cut short.</summary>
    public Task<RecordedAnswer?> FindOwnAsync(CallKey key, CancellationToken cancellationToken) => FindAsync(
        "run_id = $4 and stage = $2 and attempt = $5 and ordinal = $3",
        key,
        [new NpgsqlParameter<Guid> { TypedValue = key.Caller.RunId }, new NpgsqlParameter<int> { TypedValue = key.Caller.Attempt }],
        cancellationToken);

    /// <summary>What was ever answered to this; what the same stage was answered at the same place comes first.</summary>
    public Task<RecordedAnswer?> FindAnyAsync(CallKey key, CancellationToken cancellationToken) => FindAsync("true", key, [], cancellationToken);

    private async Task<RecordedAnswer?> FindAsync(string where, CallKey key, NpgsqlParameter[] more, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select id, provider, model, content from {tables.Calls}
            where request_hash = $1 and content is not null and status = 'ok' and {where}
            order by (stage = $2) desc, (ordinal = $3) desc, created_at desc
            limit 1
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key.Hash });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key.Caller.StageId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = key.Ordinal });
        command.Parameters.AddRange(more);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        if (!await rows.ReadAsync(cancellationToken))
            return null;
        var content = cipher.Open(rows.GetGuid(0), rows.GetFieldValue<byte[]>(3));
        return content is null ? null : new RecordedAnswer(rows.GetString(1), rows.GetString(2), content);
    }
}

/// <summary>An answer of old.</summary>
internal sealed record RecordedAnswer(string Provider, string Model, CallContent Content);
