namespace Monolith.Resilience.Contracts.Breakers;

/// <summary>The breakers of this host. Each host has its own: what one cannot reach another may.</summary>
public interface IBreakers
{
    /// <summary>Raised after a breaker changed its state, on the thread of the call that caused it; a handler returns at once and does not throw.</summary>
    event Action<BreakerReport>? Changed;

    /// <summary>
    /// The breaker before something. Ask for it at each call and do not keep it: there are at most 1,000, and one that was not asked for in a
    /// while gives way, a closed one first.
    /// </summary>
    IBreaker Of(BreakerKind kind, string name);

    /// <returns>Every breaker, by kind and name.</returns>
    IReadOnlyList<BreakerReport> List();
}
