namespace Monolith.Kernel;

/// <summary>The phases of a host's stop that have steps, in their order. The sixth is how it ended: complete, or failed.</summary>
public enum ShutdownPhase
{
    /// <summary>The host is no longer ready and takes no more runs; requests are still served.</summary>
    Initiated,

    /// <summary>New requests are refused, those under way finish. Runs go on.</summary>
    Draining,

    /// <summary>Stages under way are cancelled; their runs are marked interrupted, for any host to go on with.</summary>
    SavingState,

    /// <summary>Live streams, scheduler, Redis, database.</summary>
    ClosingConnections,

    /// <summary>What would otherwise be left lying about.</summary>
    Cleanup,
}
