namespace Monolith.Pipelines.Decisions.Ruling;

/// <summary>Where a decision stands. All but <see cref="Pending"/> and <see cref="Escalated"/> are final.</summary>
internal enum DecisionStatus
{
    /// <summary>Somebody has to decide.</summary>
    Pending,

    /// <summary>Enough agreed, or the policy did. The stage goes on, unless what was approved has changed.</summary>
    Approved,

    /// <summary>Nobody decided in time. The stage fails.</summary>
    Rejected,

    /// <summary>As pending, with others to decide.</summary>
    Escalated,

    /// <summary>Something is to be different. The stage begins again and asks anew.</summary>
    Revised,

    /// <summary>Somebody said no, or the run ended. The stage fails.</summary>
    Aborted,

    /// <summary>It was approved, and then what it was about changed; another decision is asked for in its place.</summary>
    Voided,
}
