using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Models.Journal;
using Monolith.Models.Settings;
using Npgsql;

namespace Monolith.Models.Budgets;

/// <summary>
/// Once a minute: calls whose host died are charged in full, since the provider may have done them, and what is older than it is
/// kept for goes. All hosts do it; each row is changed by one.
/// </summary>
internal sealed class DeadCalls(
    NpgsqlDataSource database, ModelTables tables, IOptions<ModelsOptions> options, TimeProvider time, ILogger<DeadCalls> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <returns>How many calls were found dead.</returns>
    public async Task<int> ReconcileAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            with dead as (
              select id from {tables.Calls} where status = 'reserved' and expires_at < $1 for update skip locked
            ), ended as (
              update {tables.Calls} c set status = 'unknown', cost_usd = c.reserved_usd, error = 'The host died during the call.'
              from dead where c.id = dead.id
              returning c.reserved_usd, c.scopes
            ), sums as (
              select scope, sum(reserved_usd) as amount, count(*) as calls
              from ended, unnest(string_to_array(scopes, chr(10))) as scope group by scope
            ), locked as (
              select b.scope from {tables.Budgets} b, sums s where b.scope = s.scope order by b.scope for update of b
            ), charged as (
              update {tables.Budgets} b set spent_usd = b.spent_usd + s.amount, reserved_usd = b.reserved_usd - s.amount, updated_at = $1
              from sums s, locked l where b.scope = l.scope and s.scope = l.scope
            )
            select count(*)::int from ended
            """);
        command.Parameters.AddWithValue(time.GetUtcNow());
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            with old as (delete from {tables.Calls} where created_at < $1 and status <> 'reserved')
            delete from {tables.Budgets} where updated_at < $1 and reserved_usd = 0
            """);
        command.Parameters.AddWithValue(time.GetUtcNow() - options.Value.Journal.KeepFor);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await TryAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await ReconcileAsync(stoppingToken) is > 0 and var dead)
                log.LogWarning("{Count} calls of models were cut short by a host's death and are charged in full", dead);
            await ForgetAsync(stoppingToken);
        }
        catch (NpgsqlException away)
        {
            log.LogDebug(away, "The ledger of models will be looked through in a minute");
        }
    }
}
