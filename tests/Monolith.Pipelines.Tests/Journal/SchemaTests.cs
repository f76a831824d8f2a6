using Monolith.Pipelines.Tests.Support;
using Npgsql;
using Snapshooter.Xunit;

namespace Monolith.Pipelines.Tests.Journal;

/// <summary>
/// The tables as a version of the host makes them. When this test finds a difference that is meant, raise
/// <c>SchemaChanges.Version</c> with it: the number keeps an older host that starts again from undoing the change.
/// </summary>
public sealed class SchemaTests(Database database) : IClassFixture<Database>
{
    private const string Sql = """
        select line from (
            select 1 as part, 'schema version ' || version as line from monolith.schema_version
            union all
            select 2, table_name || '.' || column_name || ' ' || data_type || case is_nullable when 'NO' then ' not null' else '' end
            from information_schema.columns where table_schema = 'monolith'
            union all
            select 3, indexdef from pg_indexes where schemaname = 'monolith'
            union all
            select 4, conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
            from pg_constraint where connamespace = 'monolith'::regnamespace) s
        order by part, line collate "C"
        """;

    [Fact]
    public async Task Tables_AsCreated_AreAsRecorded()
    {
        var lines = new List<string>();
        await using var command = database.Get<NpgsqlDataSource>().CreateCommand(Sql);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            lines.Add(rows.GetString(0));

        Snapshot.Match(string.Join('\n', lines), "schema");
    }
}
