namespace Monolith.Resilience.Contracts.Breakers;

/// <summary>What a breaker stands before.</summary>
public enum BreakerKind
{
    /// <summary>An agent, by its name.</summary>
    Agent,

    /// <summary>A provider of language models, by its name.</summary>
    Model,

    /// <summary>A host that is called, as <c>name:port</c>.</summary>
    Host,
}
