using System.Buffers;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Monolith.Kernel;
using Monolith.Operations.Logs.Masking;

namespace Monolith.Operations.Requests;

/// <summary>
/// <c>x-request-id</c>, <c>x-correlation-id</c> and <c>x-trace-id</c>: taken when well formed, made when absent, always told
/// back, and on every log line of the request and of what it sets off. A W3C <c>traceparent</c> decides the trace.
/// </summary>
internal sealed class RequestIds(RequestDelegate next, SecretWords secrets)
{
    private const int Longest = 128;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    // It is made once: every request has one.
    private static readonly Func<object, Task> TellBack = state =>
    {
        var (headers, origin) = ((IHeaderDictionary, Origin))state;
        headers["x-request-id"] = origin.RequestId;
        headers["x-correlation-id"] = origin.CorrelationId ?? origin.RequestId;
        headers[TraceHeaders.TraceId] = origin.TraceId;
        return Task.CompletedTask;
    };

    public async Task InvokeAsync(HttpContext http)
    {
        var origin = OriginOf(http);
        // At the last moment, since the answer to an exception begins with no headers.
        http.Response.OnStarting(TellBack, (http.Response.Headers, origin));
        if (Activity.Current is { IsAllDataRequested: true } activity)
        {
            activity.SetTag("monolith.request.id", origin.RequestId)
                .SetTag("monolith.correlation.id", origin.CorrelationId ?? origin.RequestId);
        }

        Origin.Current = origin;
        await next(http);
    }

    private Origin OriginOf(HttpContext http)
    {
        var headers = http.Request.Headers;
        // Not a Guid, for which the operating system is asked: it need only be unlike any other.
        var request = Given(headers, "x-request-id") ?? ActivityTraceId.CreateRandom().ToHexString();
        var correlation = Given(headers, "x-correlation-id");
        return new Origin
        {
            TraceParent = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : TraceHeaders.Of(headers),
            RequestId = request,
            CorrelationId = correlation == request ? null : correlation,
            UserId = Given(headers, "x-user-id"),
            SessionId = Given(headers, "x-session-id"),
        };
    }

    // A secret of this host by which a careless client calls itself would be in every log, and kept with its runs.
    private string? Given(IHeaderDictionary headers, string name) =>
        headers[name] is [{ Length: > 0 and <= Longest } value] && !value.AsSpan().ContainsAnyExcept(Allowed) && !secrets.AreIn(value) ? value : null;
}
