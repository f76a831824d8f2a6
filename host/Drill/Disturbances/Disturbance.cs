namespace Monolith.Host.Drill.Disturbances;

internal enum DisturbanceKind
{
    Kill,
    Freeze,
    DatabaseCrash,
    DatabaseStop,
}

/// <summary>Something that is done to the hosts or to their database.</summary>
/// <param name="Kind">What.</param>
/// <param name="Host">To which host, from 1; 0 for the database.</param>
/// <param name="Pause">How long nothing else is done before it.</param>
/// <param name="Length">How long it lasts: until the host or the database is started again, or the freeze ends.</param>
/// <param name="EvenWhileStarting">Whether the host may be hit while it is still starting.</param>
internal sealed record Disturbance(DisturbanceKind Kind, int Host, TimeSpan Pause, TimeSpan Length, bool EvenWhileStarting);

/// <summary>One that was done.</summary>
/// <param name="Kind">What.</param>
/// <param name="Pid">The host's process; null for the database.</param>
/// <param name="At">When.</param>
internal sealed record Disturbed(DisturbanceKind Kind, int? Pid, DateTimeOffset At);
