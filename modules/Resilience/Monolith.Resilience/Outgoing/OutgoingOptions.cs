using System.ComponentModel.DataAnnotations;

namespace Monolith.Resilience.Outgoing;

/// <summary>Section <c>Outgoing</c>: calls of the host itself to other hosts, such as notifications.</summary>
public sealed class OutgoingOptions
{
    /// <summary>How long an attempt may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:20")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Calls to one host at once.</summary>
    [Range(1, 10_000)]
    public int MaxConcurrentPerHost { get; set; } = 20;

    /// <summary>Calls that wait for their turn at one host; one more is refused.</summary>
    [Range(0, 100_000)]
    public int MaxWaitingPerHost { get; set; } = 200;
}
