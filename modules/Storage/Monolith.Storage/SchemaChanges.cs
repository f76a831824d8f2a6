using JasperFx;
using Marten;
using Npgsql;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql.Tables;

namespace Monolith.Storage;

/// <summary>Brings the tables to what this version declares.</summary>
internal static class SchemaChanges
{
    private const string Events = "mt_events";

    public static async Task ApplyAsync(IDocumentStore store, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var database = store.Storage.Database;
        var declared = database.AllObjects().ToArray();
        DropForeignKeyOfEvents(declared);
        var migration = await SchemaMigration.DetermineAsync(connection, cancellationToken, declared);
        if (migration.Difference != SchemaPatchDifference.None)
            await database.Migrator.ApplyAllAsync(connection, migration, AutoCreate.CreateOrUpdate, new DefaultMigrationLogger(), cancellationToken);
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
