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
