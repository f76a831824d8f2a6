using Monolith.Models.Api.Http;
using Monolith.Models.Budgets;
using Monolith.Models.Journal;
using Npgsql;

namespace Monolith.Models.Api;

/// <summary>The budgets that a run's calls fell under, as the ledger has them.</summary>
internal sealed class RunBudgets(NpgsqlDataSource database, ModelTables tables)
{
    public async Task<IReadOnlyList<BudgetResponse>> ReadAsync(Guid run, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select scope, limit_usd, spent_usd, reserved_usd from {tables.Budgets}
            where scope in (select unnest(string_to_array(scopes, chr(10))) from {tables.Calls} where run_id = $1)
            order by array_position(array['tenant', 'pipeline', 'run', 'stage', 'agent'], split_part(scope, '/', 1)), scope
            """);
        command.Parameters.AddWithValue(run);
        var budgets = new List<BudgetResponse>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var scope = rows.GetString(0);
            budgets.Add(new(BudgetScope.KindOf(scope), scope, rows.IsDBNull(1) ? null : rows.GetDecimal(1), rows.GetDecimal(2), rows.GetDecimal(3)));
        }

        return budgets;
    }
}
