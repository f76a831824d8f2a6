using Npgsql;

namespace Monolith.Integration.Tests.Shutdown.Rolling;

/// <summary>What became of runs, read from the store itself.</summary>
internal sealed class RunLedger(string connectionString)
{
    public async Task<IReadOnlyDictionary<Guid, string>> EndedAsync(TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await CountAsync("select count(*) from monolith.runs where finished_at is null") > 0 && !patience.IsCancellationRequested)
            await pause.WaitForNextTickAsync();

        var statuses = new Dictionary<Guid, string>();
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand("select id, status from monolith.runs");
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            statuses[rows.GetGuid(0)] = rows.GetString(1);
        return statuses;
    }

    public Task<long> EventsAsync(string type) => CountAsync($"select count(*) from monolith.mt_events where type = '{type}'");

    private async Task<long> CountAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
