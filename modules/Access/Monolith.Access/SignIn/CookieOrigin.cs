using Microsoft.AspNetCore.Http;
using Monolith.Access.Identity;
using Monolith.Access.Refusals;
using Monolith.Kernel;

namespace Monolith.Access.SignIn;

/// <summary>A browser sends the cookie whichever page asks; what changes something must come from a page of this host.</summary>
internal sealed class CookieOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) =>
        http.User.Identity?.AuthenticationType != AccessSchemes.Cookie || IsSafe(http.Request.Method) || IsOwn(http.Request)
            ? next(http)
            : Refusal.WriteAsync(http, ErrorCodes.Forbidden, "A page of another site asks. Programs send a key, not the cookie.");

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOwn(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is ["same-origin"]
        || (request.Headers["Sec-Fetch-Site"].Count == 0 && Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value);
}
