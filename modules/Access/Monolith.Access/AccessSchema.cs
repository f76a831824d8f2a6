using Marten;
using Monolith.Access.Audit;
using Weasel.Postgresql.Tables;

namespace Monolith.Access;

/// <summary>The module's tables, created and migrated with Marten's own.</summary>
internal sealed record AccessSchema(string Name)
{
    public string Keys => $"{Name}.access_keys";

    /// <summary>What cookies are signed and encrypted with.</summary>
    public string CookieKeys => $"{Name}.access_cookie_keys";

    public string Audit => $"{Name}.access_audit";

    /// <summary>The newest line of the trail, which who adds to it locks.</summary>
    public string AuditHead => $"{Name}.access_audit_head";

    public static void Add(StoreOptions options)
    {
        var schema = new AccessSchema(options.DatabaseSchemaName);
        options.Storage.ExtendedSchemaObjects.AddRange([KeyTable(schema), CookieKeyTable(schema), AuditTable(schema), AuditHeadTable(schema), new AppendOnly(schema)]);
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

    private static Table AuditTable(AccessSchema schema)
    {
        var table = new Table(schema.Audit);
        table.AddColumn("number", "bigint").AsPrimaryKey();
        table.AddColumn("at", "timestamptz").NotNull().AddIndex();
        table.AddColumn("action", "text").NotNull();
        table.AddColumn("who", "text").NotNull().AddIndex();
        table.AddColumn("subject", "text").AddIndex();
        table.AddColumn("line", "text").NotNull();
        return table;
    }

    private static Table AuditHeadTable(AccessSchema schema)
    {
        var table = new Table(schema.AuditHead);
        table.AddColumn("single", "boolean").AsPrimaryKey();
        table.AddColumn("number", "bigint").NotNull();
        table.AddColumn("hash", "text").NotNull();
        table.AddColumn("public_key", "text").NotNull();
        table.AddColumn("signature", "text").NotNull();
        return table;
    }
}
