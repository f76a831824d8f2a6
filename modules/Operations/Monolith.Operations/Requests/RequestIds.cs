using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Monolith.Kernel;
using Monolith.Operations.Logs.Masking;

namespace Monolith.Operations.Requests;

/// <summary>
/// <c>x-request-id</c>, <c>x-correlation-id</c> and <c>x-trace-id</c>: taken when well formed, made when absent, always told
/// back, and on every log line of the request and of what it sets off. A W3C <c>traceparent</c> decides the trace.
/// </summary>
internal sealed partial class RequestIds(RequestDelegate next, SecretWords secrets, ILogger<RequestIds> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var request = Given(http, "x-request-id") ?? Guid.NewGuid().ToString("N");
        var correlation = Given(http, "x-correlation-id") ?? request;
        var activity = Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current : null;
        var origin = new Origin
        {
            TraceParent = activity?.Id ?? TraceHeaders.Of(http.Request.Headers),
            RequestId = request,
            CorrelationId = ReferenceEquals(correlation, request) ? null : correlation,
            UserId = Given(http, "x-user-id"),
            SessionId = Given(http, "x-session-id"),
        };
        var trace = origin.TraceId;
        // At the last moment, since the answer to an exception begins with no headers.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["x-request-id"] = request;
            http.Response.Headers["x-correlation-id"] = correlation;
            http.Response.Headers[TraceHeaders.TraceId] = trace;
            return Task.CompletedTask;
        });
        if (activity?.IsAllDataRequested == true)
            activity.SetTag("monolith.request.id", request).SetTag("monolith.correlation.id", correlation);
        // A list, which the logger keeps as it is; a dictionary it would copy for every request.
        KeyValuePair<string, object?>[] scope =
        [
            new("RequestId", request),
            new("CorrelationId", correlation),
            new("TraceId", trace),
            new("UserId", origin.UserId),
            new("SessionId", origin.SessionId),
        ];
        Origin.Current = origin;
        using (log.BeginScope(scope))
            await next(http);
    }

    // A secret of this host by which a careless client calls itself would be in every log, and kept with its runs.
    private string? Given(HttpContext http, string header) =>
        http.Request.Headers[header].ToString() is { Length: > 0 } value && WellFormed().IsMatch(value) && !secrets.AreIn(value) ? value : null;

    // To the very end: $ would let a line break through.
    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex WellFormed();
}
