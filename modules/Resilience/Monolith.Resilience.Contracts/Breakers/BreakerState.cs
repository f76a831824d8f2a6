namespace Monolith.Resilience.Contracts.Breakers;

/// <summary>How a breaker stands. The numbers are those of the metric <c>monolith_breaker_state</c>.</summary>
public enum BreakerState
{
    /// <summary>Every call goes through.</summary>
    Closed = 0,

    /// <summary>One call at a time goes through, to see whether the other side is back.</summary>
    HalfOpen = 1,

    /// <summary>No call goes through.</summary>
    Open = 2,
}
