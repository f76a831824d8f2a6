using System.Diagnostics;
using Monolith.Benchmarks.Figures;

namespace Monolith.Benchmarks.Overload;

/// <summary>Asks for <c>/health</c> as a probe does, all the while, and looks how much memory the host has.</summary>
internal sealed class HealthWatch(Uri address, Func<double> memory)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public Series Milliseconds { get; } = new();

    public Series Megabytes { get; } = new();

    public int Failed { get; private set; }

    public async Task WatchAsync(CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };
        while (!stop.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                using var answer = await http.GetAsync("/health", CancellationToken.None);
                Failed += answer.IsSuccessStatusCode ? 0 : 1;
            }
            catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException)
            {
                Failed++;
            }

            Milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            Megabytes.Add(memory());
            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
