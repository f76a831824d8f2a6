namespace Monolith.Operations.Health;

/// <summary>Looks at one part of the host.</summary>
internal interface IHealthCheck
{
    /// <summary>The part's name in the report.</summary>
    string Component { get; }

    /// <summary>From this answer time on the part is degraded; null when time does not matter.</summary>
    TimeSpan? DegradedFrom { get; }

    /// <exception cref="Exception">The part is unhealthy; the message says why.</exception>
    Task<CheckResult> LookAsync(CancellationToken cancellationToken);
}

/// <summary>What a check found.</summary>
internal sealed record CheckResult(HealthStatus Status, string Message, IReadOnlyDictionary<string, object>? Details = null);
