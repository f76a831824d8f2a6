using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;
using Monolith.Kernel;
using Monolith.Live.Streaming;

namespace Monolith.Live.Sockets;

/// <summary><c>/ws/pipelines</c>: what happens to runs, for programs that keep a WebSocket open.</summary>
internal static class SocketRoute
{
    public const string Path = "/ws/pipelines";

    public static void Map(IEndpointRouteBuilder app)
    {
        var branch = app.CreateApplicationBuilder();
        branch.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(15), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        branch.Run(HandleAsync);
        app.MapGet(Path, branch.Build()).ExcludeFromDescription().RequireRole(AccessRole.Viewer).InProjects();
    }

    private static async Task HandleAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.Headers.Upgrade = "websocket";
            await RefuseAsync(http, StatusCodes.Status426UpgradeRequired, ErrorCodes.ValidationError, $"{Path} is a WebSocket. Server-sent events are at /api/v1/runs/ID/events.");
            return;
        }

        // Browsers let any page open a socket to any host, and hand over what comes.
        if (http.Request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsOwn(origin, http.Request))
        {
            await RefuseAsync(http, StatusCodes.Status403Forbidden, ErrorCodes.Forbidden, $"A page of {HeaderUtilities.EscapeAsQuotedString(origin)} may not listen to this host.");
            return;
        }

        var scope = (await RequestProjects.BindAsync(http)).Scope;
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await using var session = ActivatorUtilities.CreateInstance<SocketSession>(http.RequestServices, socket, scope, StreamDoor.CallerOf(http));
        await session.RunAsync(http.RequestAborted);
    }

    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page) && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);

    private static Task RefuseAsync(HttpContext http, int status, string code, string detail) => StreamDoor.Problem(status, code, detail).ExecuteAsync(http);
}
