using JasperFx;
using Marten;
using Microsoft.Extensions.Logging;
using Npgsql;
using Weasel.Core;
using Weasel.Postgresql.Tables;

namespace Monolith.Storage;

/// <summary>Brings the tables to what this version declares, and leaves those of a newer version alone.</summary>
internal static class SchemaChanges
{
    /// <summary>
    /// Raised with every change of a table. A host of an older version may start again while hosts are being replaced, and would
    /// otherwise take a newer one's columns away.
    /// </summary>
    public const int Version = 11;

    private const string Events = "mt_events";

    public static async Task ApplyAsync(IDocumentStore store, NpgsqlConnection connection, ILogger log, CancellationToken cancellationToken)
    {
        if (await StoredVersionAsync(store, connection, cancellationToken) > Version)
            return;

        var database = store.Storage.Database;
        var declared = database.AllObjects().ToArray();
        DropForeignKeyOfEvents(declared);
        var migration = await SchemaMigration.DetermineAsync(connection, cancellationToken, declared);
        if (migration.Difference != SchemaPatchDifference.None)
            await database.Migrator.ApplyAllAsync(connection, migration, AutoCreate.CreateOrUpdate, new SchemaLog(log), cancellationToken);
        await ExecuteAsync(connection, $"insert into {TableOf(store)} values (true, {Version}) on conflict (single) do update set version = excluded.version", cancellationToken);
    }

    private static async Task<int> StoredVersionAsync(IDocumentStore store, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await ExecuteAsync(
            connection,
            $"""
            create schema if not exists {store.Options.DatabaseSchemaName};
            create table if not exists {TableOf(store)} (single boolean primary key check (single), version integer not null)
            """,
            cancellationToken);
        await using var stored = new NpgsqlCommand($"select version from {TableOf(store)}", connection);
        return await stored.ExecuteScalarAsync(cancellationToken) as int? ?? 0;
    }

    private static string TableOf(IDocumentStore store) => $"{store.Options.DatabaseSchemaName}.schema_version";

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// PostgreSQL looks the stream up for every single event to hold the key, a third of an append's cost. The statement that
    /// appends writes the stream itself, and who deletes a stream deletes its events, so the key guards nothing.
    /// </summary>
    private static void DropForeignKeyOfEvents(IEnumerable<ISchemaObject> declared)
    {
        foreach (var events in declared.OfType<Table>().Where(table => table.Identifier.Name == Events))
            events.ForeignKeys.Clear();
    }
}
