using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Plugins.Deployment.Gateway.Admin;
using Monolith.Plugins.Deployment.Gateway.Forwarding;
using Monolith.Plugins.Deployment.Gateway.Health;
using Monolith.Plugins.Deployment.Gateway.Routing;

namespace Monolith.Plugins.Deployment.Gateway;

/// <summary>
/// <c>gateway.dll FOLDER ADDRESS PORT</c>: forwards what comes to the port, and takes orders on a Unix socket in the folder. It outlives
/// whoever started it, and starts again with the routes it had.
/// </summary>
internal static class GatewayProgram
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var folder, var address, var port] || !IPAddress.TryParse(address, out var ip) || !int.TryParse(port, out var number))
        {
            await Console.Error.WriteLineAsync("Usage: gateway FOLDER ADDRESS PORT");
            return 2;
        }

        try
        {
            await ServeAsync(folder, new IPEndPoint(ip, number));
            return 0;
        }
        catch (IOException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private static async Task ServeAsync(string folder, IPEndPoint endpoint)
    {
        var file = new RoutesFile(folder);
        var router = new Router(file.Save);
        if (file.Load() is { } order)
        {
            router.Take(order);
        }

        await using var front = Front(endpoint, router);
        // The port first: a second gateway of the same target fails here and leaves the first one's socket alone.
        await front.StartAsync();
        await using var admin = AdminApi.Make(Path.Combine(folder, AdminApi.SocketName), router, endpoint, front.Lifetime);
        await admin.StartAsync();
        await front.WaitForShutdownAsync();
    }

    private static WebApplication Front(IPEndPoint endpoint, Router router)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(endpoint);
        });
        builder.Services.AddHttpForwarder();
        builder.Services.AddSingleton(router).AddSingleton(TimeProvider.System).AddSingleton<Forwarder>();
        builder.Services.AddHostedService<HealthProbe>();
        var app = builder.Build();
        app.Run(app.Services.GetRequiredService<Forwarder>().ForwardAsync);
        return app;
    }
}
