using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Monolith.Kernel;
using Monolith.Pipelines.Engine.Launch;

namespace Monolith.Pipelines.Api;

/// <summary>The 503 of a host that has enough to do, as problem details that were written down once.</summary>
internal static class OverloadAnswer
{
    private static readonly Answer Busy = new("1", "The host starts as many runs as it can at once (Engine:MaxStarting). Nothing was started; ask again in a moment.");
    private static readonly Answer QueueFull = new("10", "As many runs are queued as may be (Engine:MaxQueuedRuns). Nothing was started; ask again when some are done.");

    public static Task WriteAsync(HttpContext http, StartRefusal refusal)
    {
        var answer = refusal == StartRefusal.Busy ? Busy : QueueFull;
        var response = http.Response;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.ContentType = "application/problem+json";
        response.ContentLength = answer.Body.Length;
        response.Headers.RetryAfter = answer.Seconds;
        return response.Body.WriteAsync(answer.Body, http.RequestAborted).AsTask();
    }

    private sealed class Answer(string seconds, string message)
    {
        public string Seconds => seconds;

        public byte[] Body { get; } = Write(ErrorCatalog.Find(ErrorCodes.Overloaded)!, message);

        private static byte[] Write(ErrorEntry entry, string message) => JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type = entry.Link,
                title = "The host has enough to do",
                status = StatusCodes.Status503ServiceUnavailable,
                detail = message,
                code = ErrorCodes.Overloaded,
                errors = new[] { new { code = ErrorCodes.Overloaded, message } },
                entry.Category,
                entry.Severity,
                entry.Retryable,
                entry.Hint,
            },
            JsonSerializerOptions.Web);
    }
}
