using Monolith.Models.Api.Http;
using Monolith.Models.Journal;
using Npgsql;

namespace Monolith.Models.Api;

/// <summary>A run's calls, as people look at them: never what was said.</summary>
internal sealed class RunCalls(NpgsqlDataSource database, ModelTables tables, RunBudgets budgets)
{
    private const int Most = 1000;

    public async Task<RunModelsResponse> ReadAsync(Guid run, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select id, stage, attempt, agent, purpose, request_hash, provider, model, status, error, input_tokens, output_tokens, cost_usd, latency_ms, created_at,
              sum(cost_usd) over (), (sum(input_tokens) over ())::bigint, (sum(output_tokens) over ())::bigint
            from {tables.Calls} where run_id = $1 order by created_at, id limit {Most}
            """);
        command.Parameters.AddWithValue(run);
        var calls = new List<ModelCallResponse>();
        var (spent, input, output) = (0m, 0L, 0L);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            calls.Add(Call(rows));
            (spent, input, output) = (rows.GetDecimal(15), rows.GetInt64(16), rows.GetInt64(17));
        }

        return new(spent, input, output, await budgets.ReadAsync(run, cancellationToken), calls);
    }

    private static ModelCallResponse Call(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetInt32(2),
        row.GetString(3),
        row.IsDBNull(4) ? null : row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        row.GetString(7),
        row.GetString(8),
        row.IsDBNull(9) ? null : row.GetString(9),
        row.GetInt64(10),
        row.GetInt64(11),
        row.GetDecimal(12),
        row.IsDBNull(13) ? null : row.GetInt64(13),
        row.GetFieldValue<DateTimeOffset>(14));
}
