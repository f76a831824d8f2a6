using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Kernel;

namespace Monolith.Mcp.Forwarding;

/// <summary>
/// Makes requests of the API for whoever calls a tool, within the process: as they, from where they are, past the same sign-in, limits, roles, projects
/// and audit. So a tool can do what its caller can do over HTTP, and no more.
/// </summary>
internal sealed class ApiCaller(ApiPipeline pipeline, IHttpContextAccessor calls, IServiceScopeFactory scopes)
{
    /// <summary>By which they are known, or which keep pages of other sites out.</summary>
    private static readonly string[] Kept = ["Authorization", "Cookie", "Host", "Origin", "Sec-Fetch-Site", "User-Agent", "x-user-id", "x-session-id", "x-correlation-id"];

    /// <param name="request">What to ask for.</param>
    /// <param name="read">Gets the status and the body while it comes, and ends the request when it has enough.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<T> SendAsync<T>(ApiRequest request, Func<int, Stream, Task<T>> read, CancellationToken cancellationToken)
    {
        var call = calls.HttpContext ?? throw new InvalidOperationException("A tool is called by a request.");
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, call.RequestAborted);
        await using var response = new ApiResponse();
        var running = RunAsync(Context(call, request, response, enough.Token), response);
        try
        {
            return await read(await response.Started, response.Body);
        }
        finally
        {
            await enough.CancelAsync();
            await response.LeaveAsync();
            await running;
        }
    }

    private async Task RunAsync(HttpContext http, ApiResponse response)
    {
        Exception? fault = null;
        try
        {
            await pipeline.InvokeAsync(http);
        }
        catch (Exception broken)
        {
            fault = broken;
        }

        await response.EndAsync(fault);
    }

    private DefaultHttpContext Context(HttpContext call, ApiRequest request, ApiResponse response, CancellationToken aborted)
    {
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(RequestOf(call, request));
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(response);
        features.Set(call.Features.Get<IHttpConnectionFeature>());
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = aborted });
        return new DefaultHttpContext(features) { ServiceScopeFactory = scopes };
    }

    private static HttpRequestFeature RequestOf(HttpContext call, ApiRequest request)
    {
        IHeaderDictionary headers = new HeaderDictionary { ["Accept"] = request.Accept, ["x-request-id"] = Origin.Current?.RequestId };
        foreach (var name in Kept)
            headers[name] = call.Request.Headers[name];
        if (request.IdempotencyKey is not null)
            headers["Idempotency-Key"] = request.IdempotencyKey;
        var body = Encoding.UTF8.GetBytes(request.Body?.ToJsonString() ?? "");
        headers.ContentLength = body.Length;
        if (request.Body is not null)
            headers.ContentType = "application/json";
        return new HttpRequestFeature
        {
            Protocol = call.Request.Protocol,
            Scheme = call.Request.Scheme,
            Method = request.Method,
            PathBase = call.Request.PathBase,
            Path = PathString.FromUriComponent(request.Path),
            QueryString = request.QueryString.ToString(),
            RawTarget = request.Path + request.QueryString,
            Headers = headers,
            Body = new MemoryStream(body, writable: false),
        };
    }
}
