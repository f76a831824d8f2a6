using System.ComponentModel.DataAnnotations;

namespace Monolith.Access.Limits;

/// <summary>Section <c>Access:RateLimits</c>: how many requests are taken of one caller. Health and metrics are not counted.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Unset: on, except on a host that is its machine's alone (nothing of <c>Access</c> is set).</summary>
    public bool? Enabled { get; set; }

    /// <summary>Requests of one person or program that signed in, within <see cref="Window"/>, by whichever of their keys.</summary>
    [Range(1, 10_000_000)]
    public int PerCaller { get; set; } = 60_000;

    /// <summary>Requests of one address (of an IPv6 network of 64 bits) that nobody signed in for, within <see cref="Window"/>.</summary>
    [Range(1, 10_000_000)]
    public int PerAddress { get; set; } = 6_000;

    /// <summary>How far back requests are counted.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);
}
