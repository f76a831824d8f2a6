using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Plugins.Deployment.Gateway.Routing;

namespace Monolith.Plugins.Deployment.Gateway.Admin;

/// <summary>Orders over a Unix socket. Who may open the folder that it lies in may give them.</summary>
internal static class AdminApi
{
    public const string SocketName = "admin.sock";

    public static WebApplication Make(string socket, Router router, IPEndPoint endpoint, IHostApplicationLifetime front)
    {
        File.Delete(socket);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(socket));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, GatewayJson.Default));
        var app = builder.Build();
        app.MapGet("/status", () => Status(router, endpoint, StatusCodes.Status200OK));
        app.MapPut("/routes", async (HttpRequest request) =>
        {
            var order = await request.ReadFromJsonAsync(GatewayJson.Default.RouteOrder);
            return order is null ? Results.BadRequest()
                : Status(router, endpoint, router.Take(order) ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
        });
        app.MapPost("/shutdown", () =>
        {
            front.StopApplication();
            return Results.Accepted();
        });
        return app;
    }

    private static IResult Status(Router router, IPEndPoint endpoint, int code) =>
        Results.Json(GatewayStatus.Of(router, endpoint), GatewayJson.Default.GatewayStatus, statusCode: code);
}
