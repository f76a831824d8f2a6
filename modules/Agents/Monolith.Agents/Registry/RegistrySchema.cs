using Marten;
using Weasel.Postgresql.Tables;

namespace Monolith.Agents.Registry;

/// <summary>The registry's tables, created and migrated with Marten's own.</summary>
internal sealed record RegistrySchema(string Name)
{
    public string Packages => $"{Name}.plugin_packages";

    /// <summary>What every host is to serve.</summary>
    public string States => $"{Name}.plugin_states";

    /// <summary>What each host serves.</summary>
    public string Servings => $"{Name}.plugin_servings";

    public string Shadows => $"{Name}.plugin_shadows";

    public static void Add(StoreOptions options)
    {
        var schema = new RegistrySchema(options.DatabaseSchemaName);
        options.Storage.ExtendedSchemaObjects.AddRange([PackageTable(schema), StateTable(schema), ServingTable(schema), ShadowTable(schema)]);
    }

    private static Table PackageTable(RegistrySchema schema)
    {
        var table = new Table(schema.Packages);
        table.AddColumn("plugin", "text").AsPrimaryKey();
        table.AddColumn("content_hash", "text").AsPrimaryKey();
        table.AddColumn("version", "text").NotNull();
        table.AddColumn("agents", "text[]").NotNull();
        table.AddColumn("publisher", "text");
        table.AddColumn("file_name", "text").NotNull();
        table.AddColumn("size", "bigint").NotNull();
        table.AddColumn("sha256", "text").NotNull();
        table.AddColumn("source", "text").NotNull();
        table.AddColumn("uploaded_by", "text").NotNull();
        table.AddColumn("uploaded_at", "timestamptz").NotNull();
        table.AddColumn("archive", "bytea").NotNull();
        return table;
    }

    private static Table StateTable(RegistrySchema schema)
    {
        var table = new Table(schema.States);
        table.AddColumn("plugin", "text").AsPrimaryKey();
        table.AddColumn("serving", "text");
        table.AddColumn("previous", "text");
        table.AddColumn("enabled", "boolean").NotNull();
        table.AddColumn("pinned", "boolean").NotNull();
        table.AddColumn("version", "bigint").NotNull();
        table.AddColumn("changed_by", "text").NotNull();
        table.AddColumn("changed_at", "timestamptz").NotNull();
        return table;
    }

    private static Table ServingTable(RegistrySchema schema)
    {
        var table = new Table(schema.Servings);
        table.AddColumn("host_id", "uuid").AsPrimaryKey();
        table.AddColumn("plugin", "text").AsPrimaryKey();
        table.AddColumn("host_name", "text").NotNull();
        table.AddColumn("content_hash", "text");
        table.AddColumn("fault", "text");
        table.AddColumn("seen_at", "timestamptz").NotNull();
        return table;
    }

    private static Table ShadowTable(RegistrySchema schema)
    {
        var table = new Table(schema.Shadows);
        table.AddColumn("id", "uuid").AsPrimaryKey();
        table.AddColumn("plugin", "text").NotNull();
        table.AddColumn("content_hash", "text").NotNull();
        table.AddColumn("status", "text").NotNull();
        table.AddColumn("is_same", "boolean").NotNull();
        table.AddColumn("report", "jsonb").NotNull();
        table.AddColumn("started_by", "text").NotNull();
        table.AddColumn("started_at", "timestamptz").NotNull();
        table.AddColumn("finished_at", "timestamptz");
        table.Indexes.Add(new IndexDefinition("plugin_shadows_newest") { Columns = ["plugin", "started_at"] });
        return table;
    }
}
