using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Monolith.Operations.Metrics.Requests;

/// <summary>Counts and times each request. It stands before all else, so that it sees what is really answered.</summary>
internal sealed class RequestMetrics(RequestDelegate next, RequestSeries series, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // Now, because the handling of an exception takes the endpoint away.
        var ofRoute = series.Of(http.GetEndpoint(), http.Request.Method);
        ofRoute.Begin();
        var began = time.GetTimestamp();
        var body = new CountedBody(http.Features.GetRequiredFeature<IHttpResponseBodyFeature>());
        http.Features.Set<IHttpResponseBodyFeature>(body);
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            await next(http);
            status = http.Response.StatusCode;
        }
        catch when (http.Response.HasStarted)
        {
            status = http.Response.StatusCode;
            throw;
        }
        finally
        {
            ofRoute.End(status, time.GetElapsedTime(began).TotalMilliseconds, body.Written);
        }
    }
}
