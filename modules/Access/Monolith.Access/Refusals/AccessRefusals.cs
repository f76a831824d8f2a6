using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Monolith.Access.SignIn;
using Monolith.Kernel;

namespace Monolith.Access.Refusals;

/// <summary>Says no as every other problem is said; a browser that nobody signed in at is led to the page where one does.</summary>
internal sealed class AccessRefusals(FailedSignIns failures) : IAuthorizationMiddlewareResultHandler
{
    private const string Bearer = "Bearer realm=\"monolith\"";

    public Task HandleAsync(RequestDelegate next, HttpContext http, AuthorizationPolicy policy, PolicyAuthorizationResult result) =>
        result.Succeeded ? next(http) : result.Challenged ? ChallengeAsync(http) : ForbidAsync(http);

    private Task ChallengeAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization.Count == 0)
            return SignInPlace.LeadsTo(http.Request) ? SignInPlace.RedirectAsync(http) : UnauthenticatedAsync(http, Bearer, "Say who you are: Authorization: Bearer and a key or token.");
        return failures.AreTooMany(http)
            ? Refusal.WriteAsync(http, ErrorCodes.RateLimitExceeded, "Too many sign-ins from this address failed. Wait as long as Retry-After says.")
            : UnauthenticatedAsync(http, $"{Bearer}, error=\"invalid_token\"", "The key or token is not taken: it is unknown, not for this host, or has expired.");
    }

    private static Task ForbidAsync(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = $"{Bearer}, error=\"insufficient_scope\"";
        return Refusal.WriteAsync(http, ErrorCodes.Forbidden, $"The roles of {http.User.Identity?.Name ?? "everybody here"} do not allow it.");
    }

    private static Task UnauthenticatedAsync(HttpContext http, string challenge, string message)
    {
        http.Response.Headers.WWWAuthenticate = challenge;
        return Refusal.WriteAsync(http, ErrorCodes.Unauthenticated, message);
    }
}
