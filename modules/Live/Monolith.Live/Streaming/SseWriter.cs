using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Monolith.Live.Streaming;

/// <summary>Writes the text/event-stream format.</summary>
internal static class SseWriter
{
    /// <param name="http">Whose answer it is.</param>
    /// <param name="messages">Null where nothing came for a while, so that proxies see the connection alive.</param>
    public static async Task WriteAsync(HttpContext http, IAsyncEnumerable<SseMessage?> messages)
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
            await foreach (var message in messages)
            {
                await http.Response.WriteAsync(message?.Text ?? ":\n\n", http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client left.
        }
    }
}
