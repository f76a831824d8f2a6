using Microsoft.Extensions.Hosting;
using Monolith.Plugins.Deployment.Gateway.Routing;

namespace Monolith.Plugins.Deployment.Gateway.Health;

/// <summary>Asks every destination at intervals whether it is well; an unhealthy one gets requests only when no other is there.</summary>
internal sealed class HealthProbe(Router router, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };

    public override void Dispose()
    {
        client.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (router.HealthPath is { } path)
            {
                await Task.WhenAll(router.Table.Routes.Select(route => ProbeAsync(route.To, path, stoppingToken)));
            }
        }
    }

    private async Task ProbeAsync(Destination destination, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var reply = await client.GetAsync(new Uri(destination.Address + path), cancellationToken);
            destination.Probed(reply.IsSuccessStatusCode);
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            destination.Probed(well: false);
        }
    }
}
