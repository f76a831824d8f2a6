using Npgsql;

namespace Monolith.Host.Drill.Load;

/// <summary>How many runs the store holds and how many are over, looked up again and again; stale while the database is down.</summary>
internal sealed class RunCensus(NpgsqlDataSource database)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    public int Finished { get; private set; }

    public int Open { get; private set; }

    /// <summary>Rises with each look that the database answered.</summary>
    public int Looks { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stop);
            }
            catch (Exception down) when (down is NpgsqlException or TimeoutException or OperationCanceledException)
            {
                // The drill itself took it down; the next look is soon.
            }

            await Task.Delay(Between, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select count(*) filter (where finished_at is null), count(*) filter (where finished_at is not null) from monolith.runs");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        (Open, Finished) = ((int)reader.GetInt64(0), (int)reader.GetInt64(1));
        Looks++;
    }
}
