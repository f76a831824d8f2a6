using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monolith.Operations.Requests;

/// <summary>
/// <c>x-request-id</c>, <c>x-correlation-id</c> and <c>x-trace-id</c>: taken when well formed, made when absent, always told
/// back, and on every log line of the request. A W3C <c>traceparent</c> decides the trace.
/// </summary>
internal sealed partial class RequestIds(RequestDelegate next, ILogger<RequestIds> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var request = Given(http, "x-request-id") ?? Guid.NewGuid().ToString("N");
        var correlation = Given(http, "x-correlation-id") ?? request;
        var trace = Activity.Current?.TraceId.ToHexString() ?? request;
        // At the last moment, since the answer to an exception begins with no headers.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["x-request-id"] = request;
            http.Response.Headers["x-correlation-id"] = correlation;
            http.Response.Headers["x-trace-id"] = trace;
            return Task.CompletedTask;
        });
        // A list, which the logger keeps as it is; a dictionary it would copy for every request.
        KeyValuePair<string, object?>[] scope =
        [
            new("RequestId", request),
            new("CorrelationId", correlation),
            new("TraceId", trace),
            new("UserId", Given(http, "x-user-id")),
            new("SessionId", Given(http, "x-session-id")),
        ];
        using (log.BeginScope(scope))
            await next(http);
    }

    private static string? Given(HttpContext http, string header) =>
        http.Request.Headers[header].ToString() is { Length: > 0 } value && WellFormed().IsMatch(value) ? value : null;

    [GeneratedRegex("^[A-Za-z0-9._-]{1,128}$", RegexOptions.CultureInvariant)]
    private static partial Regex WellFormed();
}
