using Marten;
using Weasel.Postgresql.Tables;

namespace Monolith.Models.Journal;

/// <summary>The module's tables, created and migrated with Marten's own.</summary>
internal static class ModelsSchema
{
    public static void Add(StoreOptions options)
    {
        var schema = options.DatabaseSchemaName;
        options.Storage.ExtendedSchemaObjects.AddRange([Calls(schema), Budgets(schema)]);
    }

    private static Table Calls(string schema)
    {
        var table = new Table($"{schema}.model_calls");
        table.AddColumn("id", "uuid").AsPrimaryKey();
        table.AddColumn("run_id", "uuid").NotNull();
        table.AddColumn("stage", "text").NotNull();
        table.AddColumn("attempt", "integer").NotNull();
        table.AddColumn("agent", "text").NotNull();
        table.AddColumn("purpose", "text");
        table.AddColumn("request_hash", "text").NotNull();
        table.AddColumn("ordinal", "integer").NotNull();
        table.AddColumn("provider", "text").NotNull();
        table.AddColumn("model", "text").NotNull();
        table.AddColumn("status", "text").NotNull();
        table.AddColumn("error", "text");
        table.AddColumn("input_tokens", "bigint").NotNull();
        table.AddColumn("output_tokens", "bigint").NotNull();
        table.AddColumn("cost_usd", "numeric").NotNull();
        table.AddColumn("reserved_usd", "numeric").NotNull();
        table.AddColumn("scopes", "text").NotNull();
        table.AddColumn("latency_ms", "bigint");
        table.AddColumn("content", "bytea");
        table.AddColumn("created_at", "timestamptz").NotNull();
        table.AddColumn("expires_at", "timestamptz").NotNull();
        table.Indexes.Add(new IndexDefinition("model_calls_by_run") { Columns = ["run_id", "created_at"] });
        table.Indexes.Add(new IndexDefinition("model_calls_recorded") { Columns = ["request_hash"], Predicate = "content is not null" });
        table.Indexes.Add(new IndexDefinition("model_calls_reserved") { Columns = ["expires_at"], Predicate = "status = 'reserved'" });
        table.Indexes.Add(new IndexDefinition("model_calls_oldest") { Columns = ["created_at"] });
        return table;
    }

    private static Table Budgets(string schema)
    {
        var table = new Table($"{schema}.model_budgets");
        table.AddColumn("scope", "text").AsPrimaryKey();
        table.AddColumn("limit_usd", "numeric");
        table.AddColumn("spent_usd", "numeric").NotNull();
        table.AddColumn("reserved_usd", "numeric").NotNull();
        table.AddColumn("alerted_by", "uuid");
        table.AddColumn("updated_at", "timestamptz").NotNull();
        return table;
    }
}
