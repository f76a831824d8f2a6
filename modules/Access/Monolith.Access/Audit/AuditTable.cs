using System.Runtime.CompilerServices;
using Monolith.Access.Contracts.Audit;
using Npgsql;

namespace Monolith.Access.Audit;

/// <summary>The chain of an installation. All its hosts write the same one, a batch at a time.</summary>
internal sealed class AuditTable(NpgsqlDataSource database, AccessSchema schema, IInstallationSigner signer)
{
    private const string Columns = "number, at, action, who, subject, line";

    /// <summary>All of them in one transaction. Whoever else wants to write waits for the head.</summary>
    public async Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (number, hash) = await LockAsync(connection, cancellationToken);
        var lines = new List<AuditLine>(entries.Count);
        foreach (var entry in entries)
        {
            lines.Add(AuditLine.Of(entry, ++number, hash));
            hash = lines[^1].Hash;
        }

        var (key, signature) = await signer.SignAsync(AuditHead.Signed(number, hash), cancellationToken);
        await WriteAsync(connection, lines, new AuditHead(number, hash, Convert.ToBase64String(key), Convert.ToBase64String(signature)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<string>> ListAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select line from {schema.Audit}
            where ($1::text is null or who = $1) and ($2::text is null or action = $2) and ($3::text is null or subject = $3)
                and ($4::timestamptz is null or at >= $4) and ($5::timestamptz is null or at < $5) and number < $6
            order by number desc limit $7
            """);
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = filter.Who });
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = filter.Action });
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = filter.Subject });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset?> { TypedValue = filter.From });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset?> { TypedValue = filter.To });
        command.Parameters.AddWithValue(filter.Before);
        command.Parameters.AddWithValue(filter.Limit);
        var lines = new List<string>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            lines.Add(rows.GetString(0));
        return lines;
    }

    /// <summary>The whole chain as it is now, the oldest first, and last its head. Nothing is held in memory.</summary>
    public async IAsyncEnumerable<StoredLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var head = await HeadAsync(connection, cancellationToken);
        await using (var command = new NpgsqlCommand($"select {Columns} from {schema.Audit} order by number", connection))
        {
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
                yield return new StoredLine(rows.GetString(5), new LineColumns(rows.GetInt64(0), rows.GetFieldValue<DateTimeOffset>(1), rows.GetString(2), rows.GetString(3), rows.IsDBNull(4) ? null : rows.GetString(4)));
        }

        if (head is not null)
            yield return new StoredLine(head.Line(), null);
    }

    private async Task<(long Number, string Hash)> LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select number, hash from {schema.AuditHead} where single for update", connection);
        while (true)
        {
            await using (var rows = await command.ExecuteReaderAsync(cancellationToken))
            {
                if (await rows.ReadAsync(cancellationToken))
                    return (rows.GetInt64(0), rows.GetString(1));
            }

            await using var first = new NpgsqlCommand($"insert into {schema.AuditHead} values (true, 0, $1, '', '') on conflict do nothing", connection);
            first.Parameters.AddWithValue(AuditLine.NoHash);
            await first.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task WriteAsync(NpgsqlConnection connection, List<AuditLine> lines, AuditHead head, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        var insert = new NpgsqlBatchCommand($"insert into {schema.Audit} ({Columns}) select * from unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[])");
        insert.Parameters.AddWithValue(lines.Select(line => line.Number).ToArray());
        insert.Parameters.AddWithValue(lines.Select(line => line.Entry.At.ToUniversalTime()).ToArray());
        insert.Parameters.AddWithValue(lines.Select(line => AuditLine.Cut(line.Entry.What.Action)).ToArray());
        insert.Parameters.AddWithValue(lines.Select(line => AuditLine.Cut(line.Entry.Who)).ToArray());
        insert.Parameters.AddWithValue(lines.Select(line => line.Entry.What.Subject is { } subject ? AuditLine.Cut(subject) : null).ToArray());
        insert.Parameters.AddWithValue(lines.Select(line => System.Text.Encoding.ASCII.GetString(line.Bytes)).ToArray());
        batch.BatchCommands.Add(insert);
        var moved = new NpgsqlBatchCommand($"update {schema.AuditHead} set number = $1, hash = $2, public_key = $3, signature = $4");
        moved.Parameters.AddWithValue(head.Number);
        moved.Parameters.AddWithValue(head.Hash);
        moved.Parameters.AddWithValue(head.PublicKey);
        moved.Parameters.AddWithValue(head.Signature);
        batch.BatchCommands.Add(moved);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<AuditHead?> HeadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select number, hash, public_key, signature from {schema.AuditHead} where number > 0", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? new AuditHead(rows.GetInt64(0), rows.GetString(1), rows.GetString(2), rows.GetString(3)) : null;
    }
}
