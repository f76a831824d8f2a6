using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts.Audit;

namespace Monolith.Access.Audit;

/// <summary>
/// Each audited request, and each that is refused, is in the trail before its answer goes out. A route that changes something and says nothing of the
/// trail is there by its method and pattern.
/// </summary>
internal sealed class AuditTrail(RequestDelegate next, IAuditLog audit)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var isWritten = false;
        http.Response.OnStarting(() => WriteAsync(http.Response.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        try
        {
            await next(http);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // No answer will start.
            await WriteAsync("aborted");
            throw;
        }

        if (!http.Response.HasStarted && http.RequestAborted.IsCancellationRequested)
            await WriteAsync("aborted");

        Task WriteAsync(string result)
        {
            if (isWritten || ActionOf(http) is not { } action)
                return Task.CompletedTask;
            isWritten = true;
            return audit.WriteAsync(RequestEntry.Of(http, action, result), CancellationToken.None);
        }
    }

    /// <returns>Null for what leaves no entry.</returns>
    private static string? ActionOf(HttpContext http)
    {
        if (http.GetEndpoint() is RouteEndpoint route)
        {
            var audited = route.Metadata.GetMetadata<AuditedAction>();
            // A route for every method is looked at by some of them.
            if (audited is { Action.Length: > 0 } && (Changes(http.Request.Method) || route.Metadata.GetMetadata<IHttpMethodMetadata>() is not null))
                return audited.Action;
            if (audited is null && Changes(http.Request.Method))
                return $"{http.Request.Method} {route.RoutePattern.RawText}";
        }

        return http.Response.StatusCode switch
        {
            StatusCodes.Status403Forbidden => "access.forbidden",
            StatusCodes.Status401Unauthorized when http.Request.Headers.Authorization.Count > 0 => "access.unauthenticated",
            _ => null,
        };
    }

    private static bool Changes(string method) => !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method));
}
