using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Monolith.Kernel;

namespace Monolith.Operations.Shutdown.Requests;

/// <summary>Once the host drains, every request is refused, except those of operators, who look at it until its end.</summary>
internal sealed class RequestGate(
    RequestDelegate next, RequestsUnderWay requests, IProblemDetailsService problems, IOptions<ShutdownOptions> options)
{
    private readonly string retryAfter = Math.Ceiling(options.Value.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    public async Task InvokeAsync(HttpContext http)
    {
        if (IsOfOperators(http.Request.Path))
        {
            await next(http);
            return;
        }

        if (!requests.TryEnter())
        {
            await RefuseAsync(http);
            return;
        }

        // A live stream would never drain; its own phase ends it.
        var counts = !IsLive(http.Request);
        if (!counts)
            requests.Leave();
        try
        {
            await next(http);
        }
        finally
        {
            if (counts)
                requests.Leave();
        }
    }

    private static bool IsOfOperators(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/metrics", StringComparison.OrdinalIgnoreCase);

    private static bool IsLive(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase)
        || request.HttpContext.WebSockets.IsWebSocketRequest;

    private async Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = retryAfter;
        // The client's next request is for another host, and so for another connection.
        http.Response.Headers.Connection = "close";
        await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = http,
            ProblemDetails = new ProblemDetails
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Title = "Service Unavailable",
                Detail = "This host is stopping. Ask again in a moment, or ask another host.",
                Extensions = { ["code"] = ErrorCodes.HostStopping },
            },
        });
    }
}
