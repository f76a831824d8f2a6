using Marten;
using Weasel.Postgresql.Tables;

namespace Monolith.Features;

/// <summary>The module's table, created and migrated with Marten's own.</summary>
internal sealed record FeaturesSchema(string Name)
{
    public string Flags => $"{Name}.feature_flags";

    public static void Add(StoreOptions options)
    {
        var table = new Table(new FeaturesSchema(options.DatabaseSchemaName).Flags);
        table.AddColumn("name", "text").AsPrimaryKey();
        table.AddColumn("enabled", "boolean").NotNull();
        table.AddColumn("percentage", "double precision");
        table.AddColumn("people", "text[]").NotNull();
        table.AddColumn("projects", "text[]").NotNull();
        table.AddColumn("roles", "text[]").NotNull();
        table.AddColumn("changed_at", "timestamptz").NotNull();
        table.AddColumn("changed_by", "text").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(table);
    }
}
