namespace Monolith.Host.Drill.Options;

/// <summary>What the drill does. The same values do the same things in the same order.</summary>
/// <param name="Kills">Hosts killed by <c>kill -9</c>.</param>
/// <param name="Hosts">Hosts that work side by side.</param>
/// <param name="DatabaseRestarts">Times PostgreSQL ends under them, by a crash more often than in order.</param>
/// <param name="Freezes">Hosts stopped by SIGSTOP for a while, often longer than the lease.</param>
/// <param name="Seed">Decides everything that is left to chance.</param>
internal sealed record DrillOptions(int Kills, int Hosts, int DatabaseRestarts, int Freezes, int Seed)
{
    /// <summary>Shorter than a host's own 15 s and 3 s, so that a drill does not mostly wait.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(4);

    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);
}
