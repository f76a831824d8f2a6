using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Resilience.Api;

/// <summary>The breakers of the host that answers.</summary>
/// <param name="Breakers">By kind and name; one appears with the first call.</param>
internal sealed record BreakerListResponse(IReadOnlyList<BreakerResponse> Breakers);

/// <summary>A breaker.</summary>
/// <param name="Kind">agent, model or host.</param>
/// <param name="Name">Which one; for a host <c>name:port</c>.</param>
/// <param name="State">closed, halfOpen or open.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="OpenUntil">UTC; while it is open.</param>
/// <param name="Calls">Within the window.</param>
/// <param name="Failures">Of those.</param>
/// <param name="Openings">How often it has opened since the host began.</param>
internal sealed record BreakerResponse(
    BreakerKind Kind, string Name, BreakerState State, DateTimeOffset Since, DateTimeOffset? OpenUntil, int Calls, int Failures, long Openings);
