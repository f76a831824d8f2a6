using System.Net;
using Microsoft.AspNetCore.Http;
using Monolith.Plugins.Deployment.Gateway.Routing;
using Yarp.ReverseProxy.Forwarder;

namespace Monolith.Plugins.Deployment.Gateway.Forwarding;

/// <summary>Passes a request on, and to another destination when the first was not there.</summary>
internal sealed class Forwarder(IHttpForwarder forwarder, Router router, TimeProvider time) : IDisposable
{
    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(5),
    });

    public async Task ForwardAsync(HttpContext http)
    {
        var first = router.Enter(except: null);
        if (first is null)
        {
            await RefuseAsync(http);
            return;
        }

        if (await PassAsync(http, first) && MayRepeat(http) && router.Enter(first) is { } second)
        {
            http.Response.Clear();
            await PassAsync(http, second);
        }
    }

    public void Dispose() => client.Dispose();

    /// <returns>Whether the destination was not reached, so that nothing was done there.</returns>
    private async Task<bool> PassAsync(HttpContext http, Destination to)
    {
        var started = time.GetTimestamp();
        try
        {
            var error = await forwarder.SendAsync(http, to.Address, client, ForwarderRequestConfig.Empty, ForwardedTransformer.Instance);
            if (IsTheClients(error))
            {
                return false;
            }

            to.Count(error != ForwarderError.None || http.Response.StatusCode >= StatusCodes.Status500InternalServerError, time.GetElapsedTime(started));
            router.Counted(to);
            var refused = error == ForwarderError.Request && IsRefusal(http);
            if (refused)
            {
                to.Refused();
            }

            return refused;
        }
        finally
        {
            to.Leave();
        }
    }

    private static bool IsTheClients(ForwarderError error) => error
        is ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled or ForwarderError.RequestBodyClient
        or ForwarderError.ResponseBodyCanceled or ForwarderError.ResponseBodyClient or ForwarderError.UpgradeRequestCanceled
        or ForwarderError.UpgradeRequestClient or ForwarderError.UpgradeResponseCanceled or ForwarderError.UpgradeResponseClient;

    private static bool IsRefusal(HttpContext http) =>
        http.Features.Get<IForwarderErrorFeature>()?.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError };

    private static bool MayRepeat(HttpContext http) =>
        !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method));

    private static Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = "1";
        return http.Response.WriteAsync("No version is live.");
    }
}
