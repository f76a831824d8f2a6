using Marten;
using Weasel.Postgresql.Tables;

namespace Monolith.Access;

/// <summary>The module's tables, created and migrated with Marten's own.</summary>
internal sealed record AccessSchema(string Name)
{
    public string Keys => $"{Name}.access_keys";

    /// <summary>What cookies are signed and encrypted with.</summary>
    public string CookieKeys => $"{Name}.access_cookie_keys";

    public static void Add(StoreOptions options)
    {
        var schema = new AccessSchema(options.DatabaseSchemaName);
        options.Storage.ExtendedSchemaObjects.AddRange([KeyTable(schema), CookieKeyTable(schema)]);
    }

    private static Table KeyTable(AccessSchema schema)
    {
        var table = new Table(schema.Keys);
        table.AddColumn("id", "uuid").AsPrimaryKey();
        table.AddColumn("name", "text").NotNull();
        table.AddColumn("roles", "text[]").NotNull();
        table.AddColumn("hash", "bytea").NotNull();
        table.AddColumn("previous_hash", "bytea");
        table.AddColumn("previous_until", "timestamptz");
        table.AddColumn("created_at", "timestamptz").NotNull();
        table.AddColumn("created_by", "text").NotNull();
        table.AddColumn("expires_at", "timestamptz");
        table.AddColumn("last_used_at", "timestamptz");
        // Null for all. A host of an earlier version would take the key for unrestricted, so none is made before all hosts are of this one.
        table.AddColumn("projects", "text[]");
        return table;
    }

    private static Table CookieKeyTable(AccessSchema schema)
    {
        var table = new Table(schema.CookieKeys);
        table.AddColumn("name", "text").AsPrimaryKey();
        table.AddColumn("xml", "text").NotNull();
        return table;
    }
}
