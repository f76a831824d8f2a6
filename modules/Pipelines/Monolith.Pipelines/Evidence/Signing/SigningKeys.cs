using System.Security.Cryptography;
using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Evidence.Signing;

/// <summary>
/// The installation's key, ECDSA over P-256: made by whichever host needs it first, kept in the store so that all hosts sign with the same. No
/// address gives the private part away; who may read the database may sign.
/// </summary>
internal sealed class SigningKeys(NpgsqlDataSource database, JournalSchema schema, TimeProvider time)
{
    private const string Name = "evidence";

    /// <returns>The caller's own to dispose of.</returns>
    public async Task<ECDsa> OpenAsync(CancellationToken cancellationToken)
    {
        var pkcs8 = await FindAsync(cancellationToken) ?? await MakeAsync(cancellationToken);
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        CryptographicOperations.ZeroMemory(pkcs8);
        return key;
    }

    private async Task<byte[]?> FindAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select private_key from {schema.Name}.signing_keys where name = $1");
        command.Parameters.AddWithValue(Name);
        return await command.ExecuteScalarAsync(cancellationToken) as byte[];
    }

    private async Task<byte[]> MakeAsync(CancellationToken cancellationToken)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var command = database.CreateCommand(
            $"insert into {schema.Name}.signing_keys (name, private_key, created_at) values ($1, $2, $3) on conflict do nothing");
        command.Parameters.AddWithValue(Name);
        command.Parameters.AddWithValue(made.ExportPkcs8PrivateKey());
        command.Parameters.AddWithValue(time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
        // Another host may have been first.
        return (await FindAsync(cancellationToken))!;
    }
}
