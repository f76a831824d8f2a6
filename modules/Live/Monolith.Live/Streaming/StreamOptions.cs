using System.ComponentModel.DataAnnotations;

namespace Monolith.Live.Streaming;

/// <summary>Section <c>Live</c>: how many follow runs at once.</summary>
public sealed class StreamOptions
{
    /// <summary>Live streams of this host at once; one more is refused with 503.</summary>
    [Range(1, 1_000_000)]
    public int MaxStreams { get; set; } = 10_000;

    /// <summary>Live streams of one person or program at once, and without sign-in of one address; one more is refused with 429.</summary>
    [Range(1, 1_000_000)]
    public int MaxStreamsPerCaller { get; set; } = 2_000;
}
