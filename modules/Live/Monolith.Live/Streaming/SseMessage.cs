namespace Monolith.Live.Streaming;

/// <summary>One server-sent event.</summary>
/// <param name="Event">Its name.</param>
/// <param name="Data">JSON, on one line.</param>
/// <param name="Id">What a browser names when it connects again; null leaves the last one.</param>
internal sealed record SseMessage(string Event, string Data, string? Id = null)
{
    /// <summary>There will be no more.</summary>
    public static SseMessage End { get; } = new("end", "{}");

    /// <summary>This host stops; whoever connects again finds another.</summary>
    public static SseMessage Closing { get; } = new("closing", "{}");

    public string Text { get; } = $"{(Id is null ? "" : $"id: {Id}\n")}event: {Event}\ndata: {Data}\n\n";
}
