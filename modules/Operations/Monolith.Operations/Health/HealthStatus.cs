namespace Monolith.Operations.Health;

/// <summary>From good to bad; the whole is as bad as its worst part.</summary>
internal enum HealthStatus
{
    Healthy,
    Degraded,
    Unhealthy,
}
