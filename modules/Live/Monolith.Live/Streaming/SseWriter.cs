using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Monolith.Pipelines.Contracts;

namespace Monolith.Live.Streaming;

/// <summary>Events in the text/event-stream format.</summary>
internal static class SseWriter
{
    private static readonly string[] Final = ["run_succeeded", "run_failed", "run_cancelled"];

    public static async Task WriteAsync(HttpContext http, IAsyncEnumerable<RunEvent?> events, bool isFinal)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            // Sent at once, so that the client knows it is connected before the first event.
            await http.Response.WriteAsync("retry: 1000\n\n");
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await foreach (var change in events)
            {
                isFinal |= change is not null && Final.Contains(change.Type);
                await http.Response.WriteAsync(change is null ? ":\n\n" : Text(change), http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }

            await http.Response.WriteAsync(isFinal ? "event: end\ndata: {}\n\n" : "event: closing\ndata: {}\n\n", http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client left.
        }
    }

    private static string Text(RunEvent change) => string.Create(
        CultureInfo.InvariantCulture,
        $"id: {change.Version}\nevent: {change.Type}\ndata: {JsonSerializer.Serialize(change, JsonSerializerOptions.Web)}\n\n");
}
