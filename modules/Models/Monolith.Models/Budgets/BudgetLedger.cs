using Microsoft.Extensions.Options;
using Monolith.Agents.Sdk;
using Monolith.Models.Journal;
using Monolith.Models.Providers;
using Monolith.Models.Settings;
using Npgsql;

namespace Monolith.Models.Budgets;

/// <summary>
/// Sets money aside before a call and charges it after. A call fits into all its budgets or is not made, however many ask at
/// once on however many hosts: the budgets' rows are taken in the order of their names, and whoever comes second sees the first.
/// </summary>
internal sealed class BudgetLedger(
    NpgsqlDataSource database, ModelTables tables, IOptions<ModelsOptions> options, BudgetAlerts alerts, TimeProvider time)
{
    /// <summary>How much longer than its timeout a call may live before it counts as dead.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private const char Separator = '\n';

    private readonly string reserve = $"""
        insert into {tables.Budgets} as b (scope, limit_usd, spent_usd, reserved_usd, updated_at)
        select scope, allowed, 0, $3, $4 from unnest($1, $2) as wanted (scope, allowed)
        where allowed is null or $3 <= allowed
        order by scope
        on conflict (scope) do update set limit_usd = excluded.limit_usd, reserved_usd = b.reserved_usd + $3, updated_at = $4
        where excluded.limit_usd is null or b.spent_usd + b.reserved_usd + $3 <= excluded.limit_usd
        returning scope
        """;

    private readonly string record = $"""
        insert into {tables.Calls} (id, run_id, stage, attempt, agent, purpose, request_hash, ordinal, provider, model, status,
          input_tokens, output_tokens, cost_usd, reserved_usd, scopes, created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'reserved', 0, 0, 0, $11, $12, $13, $14)
        """;

    private readonly string settle = $"""
        with ended as (
          update {tables.Calls}
          set status = $2, cost_usd = coalesce($3, reserved_usd), input_tokens = $4, output_tokens = $5, latency_ms = $6, error = $7, content = $8
          where id = $1 and status = 'reserved'
          returning cost_usd, reserved_usd, string_to_array(scopes, chr(10)) as scopes
        ), locked as (
          select b.scope from {tables.Budgets} b, ended e where b.scope = any(e.scopes) order by b.scope for update of b
        )
        update {tables.Budgets} b
        set spent_usd = b.spent_usd + e.cost_usd, reserved_usd = b.reserved_usd - e.reserved_usd, updated_at = $9,
          alerted_by = coalesce(b.alerted_by, case when b.spent_usd + e.cost_usd >= b.limit_usd * $10 and b.limit_usd > 0 then $1 end)
        from ended e, locked l
        where b.scope = l.scope
        returning b.scope, b.spent_usd, b.limit_usd, b.alerted_by
        """;

    /// <exception cref="ModelException">LLM_QUOTA_EXCEEDED: a budget does not allow it.</exception>
    public async Task<Reservation> ReserveAsync(CallKey key, Provider provider, Prompt prompt, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var reservation = new Reservation(Guid.CreateVersion7(now), key, provider, UpperBound.Of(prompt, provider.Options.Prices));
        var scopes = BudgetScope.Of(key.Caller, options.Value.Budget, now);

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var taken = await TakeAsync(connection, scopes, reservation.Amount, now, cancellationToken);
        if (scopes.FirstOrDefault(scope => !taken.Contains(scope.Name)) is { } full)
            throw Exceeded(full, reservation.Amount);

        await RecordAsync(connection, reservation, scopes, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return reservation;
    }

    /// <summary>Charges a call. One that was given up for dead meanwhile has been charged in full and stays so.</summary>
    public async Task SettleAsync(Reservation reservation, CallOutcome outcome)
    {
        // Not cancelled with the call: the money has to be told.
        await using var command = database.CreateCommand(settle);
        command.Parameters.AddWithValue(reservation.Id);
        command.Parameters.AddWithValue(outcome.Status);
        command.Parameters.Add(Sql.Nullable(outcome.Cost, NpgsqlTypes.NpgsqlDbType.Numeric));
        command.Parameters.AddWithValue(outcome.InputTokens);
        command.Parameters.AddWithValue(outcome.OutputTokens);
        command.Parameters.AddWithValue((long)outcome.Took.TotalMilliseconds);
        command.Parameters.Add(Sql.Nullable(outcome.Error, NpgsqlTypes.NpgsqlDbType.Text));
        command.Parameters.Add(Sql.Nullable(outcome.Content, NpgsqlTypes.NpgsqlDbType.Bytea));
        command.Parameters.AddWithValue(time.GetUtcNow());
        command.Parameters.AddWithValue(options.Value.Budget.AlertAt);
        await using var rows = await command.ExecuteReaderAsync(CancellationToken.None);
        while (await rows.ReadAsync(CancellationToken.None))
        {
            if (!rows.IsDBNull(3) && rows.GetGuid(3) == reservation.Id)
                alerts.Tell(rows.GetString(0), rows.GetDecimal(1), rows.GetDecimal(2));
        }
    }

    private async Task<HashSet<string>> TakeAsync(
        NpgsqlConnection connection, IReadOnlyList<BudgetScope> scopes, decimal amount, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(reserve, connection);
        command.Parameters.AddWithValue(scopes.Select(scope => scope.Name).ToArray());
        command.Parameters.AddWithValue(scopes.Select(scope => scope.Limit).ToArray());
        command.Parameters.AddWithValue(amount);
        command.Parameters.AddWithValue(now);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            taken.Add(rows.GetString(0));
        return taken;
    }

    private async Task RecordAsync(
        NpgsqlConnection connection, Reservation reservation, IReadOnlyList<BudgetScope> scopes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (key, caller, provider) = (reservation.Key, reservation.Key.Caller, reservation.Provider);
        await using var command = new NpgsqlCommand(record, connection);
        command.Parameters.AddWithValue(reservation.Id);
        command.Parameters.AddWithValue(caller.RunId);
        command.Parameters.AddWithValue(caller.StageId);
        command.Parameters.AddWithValue(caller.Attempt);
        command.Parameters.AddWithValue(caller.Agent);
        command.Parameters.Add(Sql.Nullable(key.Purpose, NpgsqlTypes.NpgsqlDbType.Text));
        command.Parameters.AddWithValue(key.Hash);
        command.Parameters.AddWithValue(key.Ordinal);
        command.Parameters.AddWithValue(provider.Name);
        command.Parameters.AddWithValue(provider.Model);
        command.Parameters.AddWithValue(reservation.Amount);
        command.Parameters.AddWithValue(string.Join(Separator, scopes.Select(scope => scope.Name)));
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(now + provider.Options.Timeout + Grace);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static ModelException Exceeded(BudgetScope scope, decimal amount) => new(
        AgentErrorCodes.LlmQuotaExceeded,
        FormattableString.Invariant($"The call may cost up to ${amount:0.######}, and the budget of the {scope.Kind}, ${scope.Limit:0.##}, no longer holds that. ")
        + $"Ask for fewer tokens, or raise {scope.Source}.");
}
