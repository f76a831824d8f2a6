using System.ComponentModel.DataAnnotations;

namespace Monolith.Operations.Health;

/// <summary>Section <c>Health</c>.</summary>
public sealed class HealthOptions
{
    /// <summary>From this answer time on the database counts as degraded, in ms.</summary>
    [Range(1, 60_000)]
    public int DatabaseDegradedMs { get; set; } = 100;

    /// <summary>From this answer time on Redis counts as degraded, in ms.</summary>
    [Range(1, 60_000)]
    public int RedisDegradedMs { get; set; } = 50;

    /// <summary>How long a check may take before it counts as unhealthy, in ms.</summary>
    [Range(10, 60_000)]
    public int TimeoutMs { get; set; } = 1_000;
}
