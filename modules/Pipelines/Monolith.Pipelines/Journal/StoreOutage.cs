using Npgsql;

namespace Monolith.Pipelines.Journal;

/// <summary>A database that is away for a while is no reason to fail a stage: what the stage wants of it is asked again until it answers.</summary>
internal static class StoreOutage
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <param name="work">What may be done more than once: an answer that was lost does not tell whether it was.</param>
    /// <param name="time">The clock of the pauses.</param>
    /// <param name="cancellationToken">Ends the patience.</param>
    public static async Task<T> RideOutAsync<T>(Func<Task<T>> work, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await work();
            }
            catch (Exception fault) when (IsOutage(fault))
            {
                await Task.Delay(PauseAfter(tries), time, cancellationToken);
            }
        }
    }

    /// <returns>Twice as long with every try, up to 5 s.</returns>
    public static TimeSpan PauseAfter(int tries) =>
        TimeSpan.FromMilliseconds(Math.Min(LongestPause.TotalMilliseconds, 50 << Math.Min(tries, 10)));

    /// <summary>Libraries wrap what Npgsql says.</summary>
    public static bool IsOutage(Exception? fault) => fault switch
    {
        null => false,
        JournalUnavailableException or NpgsqlException { IsTransient: true } => true,
        // Operator intervention: the server is being stopped, crashed, or is not up again yet.
        PostgresException stopped when stopped.SqlState.StartsWith("57P", StringComparison.Ordinal) => true,
        _ => IsOutage(fault.InnerException),
    };
}
