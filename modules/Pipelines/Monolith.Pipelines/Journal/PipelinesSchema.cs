using Marten;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Decisions.Policy;
using Monolith.Pipelines.Library;
using Weasel.Postgresql.Tables;

namespace Monolith.Pipelines.Journal;

/// <summary>What Marten is to keep, and the tables beside its own, created and migrated with them.</summary>
internal static class PipelinesSchema
{
    public static void Add(StoreOptions options)
    {
        foreach (var type in RunEventTypes.All)
            options.Events.MapEventType(type.ClrType, type.Name);

        options.RegisterDocumentTypes([typeof(StoredDefinition), typeof(PipelineDocument), typeof(PipelineVersionDocument), typeof(PolicyDocument)]);
        options.Schema.For<PipelineDocument>().Index(pipeline => pipeline.Project!).Index(pipeline => pipeline.HasTriggers);
        var schema = options.DatabaseSchemaName;
        options.Storage.ExtendedSchemaObjects.AddRange([Runs(schema), RunRequests(schema), RunPlaces(schema), Hosts(schema), StageLogs(schema), RunArtifacts(schema), RunItems(schema), SigningKeys(schema)]);
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

        // With defaults: a host of an older version, which knows nothing of them, still writes rows.
        table.AddColumn("queue_rank", "integer").NotNull().DefaultValueByExpression("0");
        table.AddColumn("share", "text").NotNull().DefaultValueByExpression("''");
        table.AddColumn("concurrency_key", "text");
        table.AddColumn("concurrency_limit", "integer");
        table.AddColumn("cancel_older", "boolean").NotNull().DefaultValueByExpression("false");
        table.AddColumn("parent_run", "uuid");
        table.AddColumn("parent_told", "boolean").NotNull().DefaultValueByExpression("false");
        table.AddColumn("project", "text").NotNull().DefaultValueByExpression($"'{Project.Default}'");
        table.AddColumn("plugins", "text[]");
        table.Indexes.Add(new IndexDefinition("runs_newest") { Columns = ["created_at", "id"] });
        table.Indexes.Add(new IndexDefinition("runs_by_project") { Columns = ["project", "created_at", "id"] });
        table.Indexes.Add(new IndexDefinition("runs_by_pipeline") { Columns = ["pipeline", "created_at", "id"] });
        table.Indexes.Add(new IndexDefinition("runs_queued") { Columns = ["share", "queue_rank", "created_at"], Predicate = "status = 'queued'" });
        table.Indexes.Add(new IndexDefinition("runs_of_key") { Columns = ["concurrency_key", "created_at"], Predicate = "finished_at is null and concurrency_key is not null" });
        table.Indexes.Add(new IndexDefinition("runs_with_parent") { Columns = ["parent_run"], Predicate = "parent_run is not null and not parent_told" });
        table.Indexes.Add(new IndexDefinition("runs_finished") { Columns = ["finished_at"], Predicate = "finished_at is not null" });
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
        table.Indexes.Add(new IndexDefinition("run_requests_by_run") { Columns = ["run_id"] });
        return table;
    }

    private static Table RunPlaces(string schema)
    {
        var table = new Table($"{schema}.run_places");
        table.AddColumn("key", "text").AsPrimaryKey();
        table.AddColumn("place", "integer").AsPrimaryKey();
        table.AddColumn("run_id", "uuid").NotNull();
        table.Indexes.Add(new IndexDefinition("run_places_by_run") { Columns = ["run_id"] });
        return table;
    }

    private static Table RunArtifacts(string schema)
    {
        var table = new Table($"{schema}.run_artifacts");
        table.AddColumn("sha256", "text").AsPrimaryKey();
        table.AddColumn("run_id", "uuid").AsPrimaryKey();
        table.Indexes.Add(new IndexDefinition("run_artifacts_by_run") { Columns = ["run_id"] });
        return table;
    }

    private static Table RunItems(string schema)
    {
        var table = new Table($"{schema}.run_items");
        table.AddColumn("id", "uuid").AsPrimaryKey();
        table.AddColumn("run_id", "uuid").NotNull();
        table.AddColumn("kind", "text").NotNull();
        table.AddColumn("stage", "text");
        table.AddColumn("status", "text").NotNull();
        table.AddColumn("data", "jsonb").NotNull();
        table.AddColumn("created_at", "timestamptz").NotNull();
        table.AddColumn("due_at", "timestamptz");
        table.AddColumn("project", "text").NotNull().DefaultValueByExpression($"'{Project.Default}'");
        table.Indexes.Add(new IndexDefinition("run_items_by_run") { Columns = ["run_id"] });
        table.Indexes.Add(new IndexDefinition("run_items_newest") { Columns = ["kind", "created_at", "id"] });
        table.Indexes.Add(new IndexDefinition("run_items_by_project") { Columns = ["project", "kind", "created_at", "id"] });
        table.Indexes.Add(new IndexDefinition("run_items_waiting") { Columns = ["kind"], Predicate = "kind in ('decision', 'clarification') and status in ('pending', 'escalated')" });
        table.Indexes.Add(new IndexDefinition("run_items_due") { Columns = ["kind", "due_at"], Predicate = "due_at is not null" });
        return table;
    }

    private static Table SigningKeys(string schema)
    {
        var table = new Table($"{schema}.signing_keys");
        table.AddColumn("name", "text").AsPrimaryKey();
        table.AddColumn("private_key", "bytea").NotNull();
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

/// <summary>The database schema that holds Marten's tables and ours.</summary>
internal sealed record JournalSchema(string Name);
