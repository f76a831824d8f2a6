using System.ComponentModel.DataAnnotations;

namespace Monolith.Resilience.Breakers;

/// <summary>Section <c>Breakers</c>: when a breaker opens, for how long, and when it closes again.</summary>
public sealed class BreakersOptions
{
    /// <summary>It opens when so large a part of the calls failed.</summary>
    [Range(0.01, 1)]
    public double FailureRatio { get; set; } = 0.5;

    /// <summary>It does not open upon fewer calls within the window.</summary>
    [Range(1, 100_000)]
    public int MinimumCalls { get; set; } = 10;

    /// <summary>How far back calls are counted.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long it stays open before it lets a call through.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan OpenFor { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>So many calls that it let through must succeed in a row before it closes.</summary>
    [Range(1, 100)]
    public int SuccessesToClose { get; set; } = 2;
}
