namespace Monolith.Models.Providers.Faults;

/// <summary>A provider did not give an answer of use.</summary>
internal sealed class ProviderFault(FaultKind kind, string message, Exception? cause = null) : Exception(message, cause)
{
    public FaultKind Kind => kind;

    /// <summary>How long the provider wants to be left alone; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The same call may succeed in a while.</summary>
    public bool IsTransient => kind is FaultKind.RateLimited or FaultKind.Unavailable or FaultKind.TimedOut or FaultKind.CutOff;

    /// <summary>It says something about the provider, and not about the request.</summary>
    public bool IsOfProvider => kind is not FaultKind.Refused;

    /// <summary>The provider may have done the work, and may ask money for it.</summary>
    public bool MayBeBilled => kind is FaultKind.TimedOut or FaultKind.CutOff or FaultKind.Nonsense;
}

/// <summary>What a provider did instead of answering.</summary>
internal enum FaultKind
{
    /// <summary>429.</summary>
    RateLimited,

    /// <summary>It cannot be reached, or says itself that it is not well: 5xx, 529 among them.</summary>
    Unavailable,

    /// <summary>Any other 4xx: a wrong key, an unknown model, a request it does not take.</summary>
    Refused,

    /// <summary>The answer was not whole in time.</summary>
    TimedOut,

    /// <summary>The answer broke off.</summary>
    CutOff,

    /// <summary>What came is no answer.</summary>
    Nonsense,
}
