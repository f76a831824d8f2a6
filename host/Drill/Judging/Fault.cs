namespace Monolith.Host.Drill.Judging;

/// <summary>A promise that was broken.</summary>
internal enum FaultKind
{
    /// <summary>Accepted and not there, never ended, or ended otherwise than it had to.</summary>
    Lost,

    /// <summary>A stage, or one attempt of it, has two ends.</summary>
    CommittedTwice,

    /// <summary>A stage's end came from an execution whose time was over.</summary>
    Stale,

    /// <summary>A stage's end that no finished execution in the journal stands behind.</summary>
    Unwitnessed,

    /// <summary>One request became two runs.</summary>
    AcceptedTwice,

    /// <summary>A right request was refused.</summary>
    Refused,

    /// <summary>A host did not come up again, and the drill was broken off.</summary>
    HostDown,
}

/// <param name="Kind">Which promise.</param>
/// <param name="Run">Of which run; null when there is none.</param>
/// <param name="What">What was found, for people.</param>
internal sealed record Fault(FaultKind Kind, Guid? Run, string What);
