using Marten;
using Weasel.Postgresql.Tables;

namespace Monolith.Pipelines.Journal;

/// <summary>The tables beside Marten's own, created and migrated with them.</summary>
internal static class PipelinesSchema
{
    public static void Add(StoreOptions options)
    {
        foreach (var type in RunEventTypes.All)
            options.Events.MapEventType(type.ClrType, type.Name);

        var schema = options.DatabaseSchemaName;
        options.Storage.ExtendedSchemaObjects.AddRange([Runs(schema), RunRequests(schema), Hosts(schema), StageLogs(schema)]);
    }

    private static Table Runs(string schema)
    {
        var table = new Table($"{schema}.runs");
        table.AddColumn("id", "uuid").AsPrimaryKey();
        table.AddColumn("pipeline", "text").NotNull();
        table.AddColumn("pipeline_version", "integer");
        table.AddColumn("definition_hash", "text").NotNull();
        table.AddColumn("status", "text").NotNull();
        table.AddColumn("labels", "jsonb").NotNull();
        table.AddColumn("trigger", "text").NotNull();
        table.AddColumn("branch", "text");
        table.AddColumn("commit_sha", "text");
        table.AddColumn("created_at", "timestamptz").NotNull();
        table.AddColumn("started_at", "timestamptz");
        table.AddColumn("finished_at", "timestamptz");
        table.AddColumn("owner", "uuid");
        table.AddColumn("wake_at", "timestamptz");
        table.AddColumn("error_code", "text");
        table.Indexes.Add(new IndexDefinition("runs_newest") { Columns = ["created_at", "id"] });
        table.Indexes.Add(new IndexDefinition("runs_by_pipeline") { Columns = ["pipeline", "created_at", "id"] });
        table.Indexes.Add(new IndexDefinition("runs_open") { Columns = ["created_at"], Predicate = "finished_at is null" });
        return table;
    }

    private static Table RunRequests(string schema)
    {
        var table = new Table($"{schema}.run_requests");
        table.AddColumn("key", "text").AsPrimaryKey();
        table.AddColumn("request_hash", "text").NotNull();
        table.AddColumn("run_id", "uuid").NotNull();
        table.AddColumn("created_at", "timestamptz").NotNull();
        return table;
    }

    private static Table Hosts(string schema)
    {
        var table = new Table($"{schema}.hosts");
        table.AddColumn("id", "uuid").AsPrimaryKey();
        table.AddColumn("name", "text").NotNull();
        table.AddColumn("data_folder", "text").NotNull();
        table.AddColumn("lease_until", "timestamptz").NotNull();
        return table;
    }

    private static Table StageLogs(string schema)
    {
        var table = new Table($"{schema}.stage_logs");
        table.AddColumn("run_id", "uuid").AsPrimaryKey();
        table.AddColumn("stage", "text").AsPrimaryKey();
        table.AddColumn("attempt", "integer").AsPrimaryKey();
        table.AddColumn("chunk", "bigint").AsPrimaryKey();
        table.AddColumn("body", "text").NotNull();
        return table;
    }
}
