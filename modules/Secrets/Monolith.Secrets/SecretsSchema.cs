using Marten;
using Weasel.Postgresql.Tables;

namespace Monolith.Secrets;

/// <summary>The module's tables, created and migrated with Marten's own.</summary>
internal sealed record SecretsSchema(string Name)
{
    public string Secrets => $"{Name}.secrets";

    /// <summary>The keys that values are encrypted by, themselves encrypted by a master key.</summary>
    public string Keys => $"{Name}.secret_keys";

    public static void Add(StoreOptions options)
    {
        var schema = new SecretsSchema(options.DatabaseSchemaName);
        options.Storage.ExtendedSchemaObjects.AddRange([SecretTable(schema), KeyTable(schema)]);
    }

    private static Table SecretTable(SecretsSchema schema)
    {
        var table = new Table(schema.Secrets);
        table.AddColumn("project", "text").AsPrimaryKey();
        table.AddColumn("name", "text").AsPrimaryKey();
        table.AddColumn("version", "integer").NotNull();
        table.AddColumn("cipher", "bytea").NotNull();
        table.AddColumn("created_at", "timestamptz").NotNull();
        table.AddColumn("created_by", "text").NotNull();
        table.AddColumn("updated_at", "timestamptz").NotNull();
        table.AddColumn("updated_by", "text").NotNull();
        return table;
    }

    private static Table KeyTable(SecretsSchema schema)
    {
        var table = new Table(schema.Keys);
        table.AddColumn("name", "text").AsPrimaryKey();
        table.AddColumn("xml", "text").NotNull();
        return table;
    }
}
