using Marten;
using Weasel.Postgresql.Tables;

namespace Monolith.Triggers;

/// <summary>The module's tables, created and migrated with Marten's own.</summary>
internal sealed record TriggersSchema(string Name)
{
    /// <summary>What came from outside, each once.</summary>
    public string Deliveries => $"{Name}.hook_deliveries";

    /// <summary>How far each schedule has come.</summary>
    public string Schedules => $"{Name}.schedules";

    public static void Add(StoreOptions options)
    {
        var schema = new TriggersSchema(options.DatabaseSchemaName);
        options.Storage.ExtendedSchemaObjects.AddRange([DeliveryTable(schema), ScheduleTable(schema)]);
    }

    /// <summary>Payloads are text and not jsonb, which takes no <c>\u0000</c>.</summary>
    private static Table DeliveryTable(TriggersSchema schema)
    {
        var table = new Table(schema.Deliveries);
        table.AddColumn("project", "text").AsPrimaryKey();
        table.AddColumn("source", "text").AsPrimaryKey();
        table.AddColumn("id", "text").AsPrimaryKey();
        table.AddColumn("body_hash", "text");
        table.AddColumn("status", "text").NotNull();
        table.AddColumn("event", "text");
        table.AddColumn("runs", "text").NotNull();
        table.AddColumn("attempts", "integer").NotNull();
        table.AddColumn("received_at", "timestamptz").NotNull();
        table.AddColumn("due_at", "timestamptz");
        table.Indexes.Add(new IndexDefinition("hook_deliveries_by_body") { Columns = ["project", "source", "body_hash"], IsUnique = true, Predicate = "body_hash is not null" });
        table.Indexes.Add(new IndexDefinition("hook_deliveries_due") { Columns = ["due_at"], Predicate = "due_at is not null" });
        table.Indexes.Add(new IndexDefinition("hook_deliveries_old") { Columns = ["received_at"] });
        return table;
    }

    private static Table ScheduleTable(TriggersSchema schema)
    {
        var table = new Table(schema.Schedules);
        table.AddColumn("project", "text").AsPrimaryKey();
        table.AddColumn("pipeline", "text").AsPrimaryKey();
        table.AddColumn("name", "text").AsPrimaryKey();
        table.AddColumn("cron", "text").NotNull();
        table.AddColumn("time_zone", "text").NotNull();
        table.AddColumn("missed", "text").NotNull();
        table.AddColumn("due_at", "timestamptz");
        table.AddColumn("paused", "boolean").NotNull();
        table.AddColumn("last_due_at", "timestamptz");
        table.AddColumn("last_run", "uuid");
        table.AddColumn("last_error", "text");
        return table;
    }
}
