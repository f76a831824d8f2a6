using System.Collections.Concurrent;

namespace Monolith.Plugins.Tests.Deployment.Deploying;

/// <summary>Asks 200 times a second, whether or not the answers come as fast.</summary>
internal sealed class Load : IAsyncDisposable
{
    private const double PerMillisecond = 0.2;

    private readonly HttpClient client = new();
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> failures = new();
    private readonly Task running;
    private TaskCompletionSource? reached;
    private int answered;
    private int wanted;

    public Load(Uri url) => running = RunAsync(url);

    public int Answered => Volatile.Read(ref answered);

    public IReadOnlyCollection<string> Failures => failures;

    /// <summary>Completes when so many more have been answered, well or not.</summary>
    public async Task AnswersAsync(int more)
    {
        wanted = Answered + more;
        reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await reached.Task;
    }

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await running;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        client.Dispose();
        stop.Dispose();
    }

    private async Task RunAsync(Uri url)
    {
        var started = TimeProvider.System.GetTimestamp();
        var calls = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!stop.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            while (calls.Count < TimeProvider.System.GetElapsedTime(started).TotalMilliseconds * PerMillisecond)
            {
                calls.Add(CallAsync(url));
            }
        }

        await Task.WhenAll(calls);
    }

    private async Task CallAsync(Uri url)
    {
        try
        {
            using var reply = await client.GetAsync(url);
            await reply.Content.ReadAsByteArrayAsync();
            if (!reply.IsSuccessStatusCode)
            {
                failures.Enqueue($"{(int)reply.StatusCode}");
            }
        }
        catch (HttpRequestException fault)
        {
            failures.Enqueue(fault.Message);
        }

        if (Interlocked.Increment(ref answered) >= wanted)
        {
            reached?.TrySetResult();
        }
    }
}
