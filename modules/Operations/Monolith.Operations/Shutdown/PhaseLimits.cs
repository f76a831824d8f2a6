using Monolith.Kernel;

namespace Monolith.Operations.Shutdown;

/// <summary>The phases with steps, in their order, by the names the log has for them, and their limits.</summary>
internal static class PhaseLimits
{
    /// <summary>What the first phase does before it announces the stop takes no time worth a setting.</summary>
    private static readonly TimeSpan Initiate = TimeSpan.FromSeconds(1);

    /// <summary>The phase that lasts until load balancers have seen that the host is not ready.</summary>
    public const string Announcing = "initiated";

    public static IEnumerable<(ShutdownPhase Phase, string Name, TimeSpan Limit)> Of(ShutdownOptions options) =>
    [
        (ShutdownPhase.Initiated, Announcing, Initiate),
        (ShutdownPhase.Draining, "draining", options.Drain),
        (ShutdownPhase.SavingState, "saving_state", options.SavingState),
        (ShutdownPhase.ClosingConnections, "closing_connections", options.ClosingConnections),
        (ShutdownPhase.Cleanup, "cleanup", options.Cleanup),
    ];
}
