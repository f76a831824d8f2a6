using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Monolith.Access.Browsers;

/// <summary>
/// Tells browsers to do nothing with an answer that it is not meant for. It stands first, so that refusals and faults say it too; an endpoint
/// that needs another policy for its page sets one.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>For what is no page: nothing is loaded, nothing runs, nobody frames it, even if a browser is made to show it.</summary>
    private const string Nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>Hangfire's pages style elements in place; their scripts are files of this host. The dashboard shows them in a frame.</summary>
    private const string Jobs =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private const string Year = "max-age=31536000";

    private static readonly Func<object, Task> Tell = state =>
    {
        Complete((HttpContext)state);
        return Task.CompletedTask;
    };

    public Task InvokeAsync(HttpContext http)
    {
        // At the last moment: the answer to an exception begins with no headers.
        http.Response.OnStarting(Tell, http);
        return next(http);
    }

    private static void Complete(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (StringValues.IsNullOrEmpty(headers.ContentSecurityPolicy))
            headers.ContentSecurityPolicy = IsJobs(http.Request) ? Jobs : Nothing;
        if (StringValues.IsNullOrEmpty(headers.CacheControl))
            headers.CacheControl = StringValues.IsNullOrEmpty(headers.ETag) ? "no-store" : "private, no-cache";
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = Year;
    }

    // Its branch has taken the first part of the path away by now.
    private static bool IsJobs(HttpRequest request) => request.PathBase.Add(request.Path).StartsWithSegments("/hangfire", StringComparison.OrdinalIgnoreCase);
}
