namespace Monolith.Resilience.Contracts.Breakers;

/// <summary>
/// Stops calls to another side that mostly fail, for a while. It opens when at least half of at least 10 calls within 60 s failed, stays
/// open for 60 s, then lets one call at a time through and closes after two that succeed in a row; one that fails opens it again. The
/// numbers are settings. Every method may be called from any thread.
/// </summary>
public interface IBreaker
{
    BreakerKind Kind { get; }

    string Name { get; }

    /// <summary>Asked before a call.</summary>
    BreakerPass Enter();

    /// <summary>Told after a call for which <see cref="Enter"/> gave a pass, in any case: a probe that is not told of blocks the next.</summary>
    void Exit(BreakerPass pass, CallOutcome outcome);

    BreakerReport Report();
}
