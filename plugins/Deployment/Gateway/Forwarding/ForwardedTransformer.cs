using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Monolith.Plugins.Deployment.Gateway.Forwarding;

/// <summary>Tells the application who asked, and by which name.</summary>
internal sealed class ForwardedTransformer : HttpTransformer
{
    public static ForwardedTransformer Instance { get; } = new();

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        Set(proxyRequest, "X-Forwarded-For", httpContext.Connection.RemoteIpAddress?.ToString());
        Set(proxyRequest, "X-Forwarded-Proto", httpContext.Request.Scheme);
        Set(proxyRequest, "X-Forwarded-Host", httpContext.Request.Host.Value);
        // The address of the instance is its own matter, so the name that the caller used is in the header above alone.
        proxyRequest.Headers.Host = null;
    }

    private static void Set(HttpRequestMessage request, string name, string? value)
    {
        request.Headers.Remove(name);
        if (!string.IsNullOrEmpty(value))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
