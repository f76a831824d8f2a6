namespace Monolith.Resilience.Contracts.Breakers;

/// <summary>A breaker at a moment.</summary>
/// <param name="Kind">What it stands before.</param>
/// <param name="Name">Which one.</param>
/// <param name="State">How it stands.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="OpenUntil">UTC; null unless it is open.</param>
/// <param name="Calls">Within the window.</param>
/// <param name="Failures">Of those.</param>
/// <param name="Openings">How often it has opened since the host began.</param>
public sealed record BreakerReport(
    BreakerKind Kind, string Name, BreakerState State, DateTimeOffset Since, DateTimeOffset? OpenUntil, int Calls, int Failures, long Openings);
