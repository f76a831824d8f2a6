namespace Monolith.Pipelines.Contracts;

/// <summary>
/// Hears what runs came to, so that it can be counted. Told once of each thing, by the host that committed it and after the
/// commit. Called on the engine's own way, thousands of times a second: it returns at once, waits for nothing and never throws.
/// </summary>
public interface IRunMeter
{
    /// <summary>A run is over.</summary>
    /// <param name="status">Success, failed or cancelled.</param>
    /// <param name="took">Since it was accepted.</param>
    void RunEnded(RunStatus status, TimeSpan took);

    /// <summary>An attempt of a stage is over.</summary>
    /// <param name="agent">The agent's name.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="took">Since it was begun, the wait for a free place on the host included.</param>
    void AttemptEnded(string agent, AttemptOutcomeKind outcome, TimeSpan took);

    /// <summary>A quality gate was looked at.</summary>
    /// <param name="passed">False when its metric is missing.</param>
    /// <param name="blocking">Whether a failed one fails the stage.</param>
    void GateEvaluated(bool passed, bool blocking);

    /// <summary>A decision was asked for, or settled.</summary>
    /// <param name="category">As the policy names it.</param>
    /// <param name="step">What happened to it.</param>
    void DecisionMoved(string category, DecisionChange step);
}

/// <summary>What happens to a decision.</summary>
public enum DecisionChange
{
    /// <summary>A person has to take it.</summary>
    Required,

    /// <summary>The policy approved it, nobody was asked.</summary>
    AutoApproved,

    /// <summary>People approved it, or nobody objected in time and the policy takes that for an approval.</summary>
    Approved,

    /// <summary>Somebody said no, or nobody decided in time.</summary>
    Rejected,

    /// <summary>It was sent back.</summary>
    Revised,

    /// <summary>It went on to whom the policy names next.</summary>
    Escalated,

    /// <summary>Its approval was taken back, because what was approved has changed.</summary>
    Voided,
}

/// <summary>How an attempt of a stage ended.</summary>
public enum AttemptOutcomeKind
{
    /// <summary>The stage is done.</summary>
    Success,

    /// <summary>The stage failed for good.</summary>
    Failed,

    /// <summary>It failed, and another attempt follows.</summary>
    Retried,
}
