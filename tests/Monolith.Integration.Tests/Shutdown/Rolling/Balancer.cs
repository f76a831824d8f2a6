using System.Net;

namespace Monolith.Integration.Tests.Shutdown.Rolling;

/// <summary>Looks at each host's readiness as a load balancer does, and names those that are ready in turn.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(1) };
    private readonly CancellationTokenSource stop = new();
    private readonly bool[] ready;
    private readonly IReadOnlyList<Uri> addresses;
    private readonly Task watching;
    private int next;

    public Balancer(IReadOnlyList<Uri> addresses)
    {
        this.addresses = addresses;
        ready = [.. addresses.Select(_ => true)];
        watching = Task.WhenAll(addresses.Select((_, index) => WatchAsync(index)));
    }

    public async Task<Uri> NextAsync()
    {
        using var pause = new PeriodicTimer(Interval);
        while (true)
        {
            for (var tries = 0; tries < addresses.Count; tries++)
            {
                var index = (int)((uint)Interlocked.Increment(ref next) % addresses.Count);
                if (Volatile.Read(ref ready[index]))
                    return addresses[index];
            }

            await pause.WaitForNextTickAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
        http.Dispose();
    }

    private async Task WatchAsync(int index)
    {
        using var pause = new PeriodicTimer(Interval);
        while (await pause.WaitForNextTickAsync(stop.Token))
            Volatile.Write(ref ready[index], await IsReadyAsync(addresses[index]));
    }

    private async Task<bool> IsReadyAsync(Uri address)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address, "/health/ready"), stop.Token);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
