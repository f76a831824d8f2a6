namespace Monolith.Resilience.Contracts.Breakers;

/// <summary>What a call says of the other side.</summary>
public enum CallOutcome
{
    /// <summary>It answered, if only with a refusal that is the caller's fault.</summary>
    Success,

    /// <summary>It did not answer, not in time, or with a fault of its own.</summary>
    Failure,

    /// <summary>Nothing: the call was given up for another reason.</summary>
    Unknown,
}
