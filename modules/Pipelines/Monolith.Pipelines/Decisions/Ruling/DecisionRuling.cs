namespace Monolith.Pipelines.Decisions.Ruling;

/// <summary>What the policy says of a proposal.</summary>
/// <param name="IsAutomatic">Whether it is approved without a person.</param>
/// <param name="Reason">Which rule said so, for people.</param>
/// <param name="Steps">Who decides, and who after them; empty when nobody has to.</param>
/// <param name="Policy">SHA-256 of the policy that ruled.</param>
internal sealed record DecisionRuling(bool IsAutomatic, string Reason, IReadOnlyList<DecisionStep> Steps, string Policy)
{
    /// <summary>How the release goes, as the policy has it for the environment; null when it says nothing.</summary>
    public string? Strategy { get; init; }
}

/// <summary>Who decides for a time.</summary>
/// <param name="Route">Its name in the policy.</param>
/// <param name="Approvers">Who may; empty for anybody who says who they are.</param>
/// <param name="Quorum">How many must agree.</param>
/// <param name="Timeout">How long they have.</param>
/// <param name="OnTimeout">What happens then.</param>
internal sealed record DecisionStep(string Route, IReadOnlyList<Approver> Approvers, int Quorum, TimeSpan Timeout, OnTimeout OnTimeout);

/// <summary>Somebody who may approve.</summary>
/// <param name="Person">As requests name them.</param>
/// <param name="For">For whom: the person, or somebody they stand in for.</param>
internal sealed record Approver(string Person, string For)
{
    /// <summary>Of a stand-in: until when; null for good.</summary>
    public DateTimeOffset? Until { get; init; }

    public bool IsEntitled(DateTimeOffset now) => Until is null || Until > now;
}

/// <summary>What becomes of a decision that nobody takes.</summary>
internal enum OnTimeout
{
    /// <summary>It is rejected, and its stage fails.</summary>
    Reject,

    /// <summary>It is approved.</summary>
    Approve,

    /// <summary>The next step has it.</summary>
    Escalate,
}
