namespace Monolith.Access.Contracts;

/// <summary>What somebody may do.</summary>
public enum AccessRole
{
    /// <summary>Reads everything but keys.</summary>
    Viewer,

    /// <summary>Also stores pipelines, starts and controls runs, answers clarifications, and sees the jobs.</summary>
    Operator,

    /// <summary>Reads what a viewer reads, and decides. Not an operator: who decides need not be able to start.</summary>
    Approver,

    /// <summary>Everything, keys included.</summary>
    Admin,
}
