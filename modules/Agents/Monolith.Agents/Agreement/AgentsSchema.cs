using Marten;
using Weasel.Postgresql.Tables;

namespace Monolith.Agents.Agreement;

/// <summary>The module's tables, created and migrated with Marten's own.</summary>
internal static class AgentsSchema
{
    public static void Add(StoreOptions options) => options.Storage.ExtendedSchemaObjects.Add(HostPlugins(options.DatabaseSchemaName));

    private static Table HostPlugins(string schema)
    {
        var table = new Table($"{schema}.host_plugins");
        table.AddColumn("host_id", "uuid").AsPrimaryKey();
        table.AddColumn("content_hash", "text").AsPrimaryKey();
        table.AddColumn("seen_at", "timestamptz").NotNull();
        table.Indexes.Add(new IndexDefinition("host_plugins_by_age") { Columns = ["seen_at"] });
        return table;
    }
}
