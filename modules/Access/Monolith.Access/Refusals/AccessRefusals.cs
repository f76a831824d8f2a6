using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Monolith.Kernel;

namespace Monolith.Access.Refusals;

/// <summary>Says no as every other problem is said.</summary>
internal sealed class AccessRefusals : IAuthorizationMiddlewareResultHandler
{
    private const string Scheme = "Bearer realm=\"monolith\"";

    public Task HandleAsync(RequestDelegate next, HttpContext http, AuthorizationPolicy policy, PolicyAuthorizationResult result) =>
        result.Succeeded ? next(http) : result.Challenged ? ChallengeAsync(http) : ForbidAsync(http);

    private static Task ChallengeAsync(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = Scheme;
        return WriteAsync(http, StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, "Say who you are: Authorization: Bearer and a key.");
    }

    private static Task ForbidAsync(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = $"{Scheme}, error=\"insufficient_scope\"";
        return WriteAsync(http, StatusCodes.Status403Forbidden, ErrorCodes.Forbidden, "Your roles do not allow it.");
    }

    private static Task WriteAsync(HttpContext http, int status, string code, string detail) =>
        TypedResults.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code }).ExecuteAsync(http);
}
