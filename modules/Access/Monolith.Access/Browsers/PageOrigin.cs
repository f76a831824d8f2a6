using Microsoft.AspNetCore.Http;
using Monolith.Access.Contracts;
using Monolith.Access.Identity;
using Monolith.Access.Refusals;
using Monolith.Kernel;

namespace Monolith.Access.Browsers;

/// <summary>
/// A browser sends the cookie, or is of this machine, whichever page asks. What changes something must come from a page of this host, or, where
/// nobody signs in, from a program.
/// </summary>
internal sealed class PageOrigin(RequestDelegate next)
{
    private const string Site = "Sec-Fetch-Site";

    public Task InvokeAsync(HttpContext http) =>
        IsSafe(http.Request.Method) || MayChange(http)
            ? next(http)
            : Refusal.WriteAsync(http, ErrorCodes.Forbidden, "A page of another site asks. Let a program ask, by a key where people sign in.");

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool MayChange(HttpContext http) => http.User.Identity?.AuthenticationType switch
    {
        AccessSchemes.Cookie => IsOwnPage(http.Request),
        AccessPolicies.Anonymous => IsProgram(http.Request) || IsOwnPage(http.Request),
        _ => true,
    };

    // "none" is what a person typed.
    private static bool IsProgram(HttpRequest request) =>
        request.Headers.Origin.Count == 0 && (request.Headers[Site].Count == 0 || request.Headers[Site] is ["none"]);

    private static bool IsOwnPage(HttpRequest request) =>
        request.Headers[Site] is ["same-origin"]
        || (request.Headers[Site].Count == 0 && Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value);
}
