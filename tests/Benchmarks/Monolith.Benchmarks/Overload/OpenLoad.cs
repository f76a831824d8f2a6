using System.Diagnostics;

namespace Monolith.Benchmarks.Overload;

/// <summary>Asks at a rate, whatever comes back: as many callers as there are connections, each with its own times to ask.</summary>
internal sealed class OpenLoad(Uri address, int connections) : IAsyncDisposable
{
    private readonly List<StartConnection> open = [];

    public async Task OpenAsync()
    {
        for (var i = 0; i < connections; i++)
        {
            open.Add(new StartConnection(address));
            await open[^1].OpenAsync();
        }
    }

    public async Task<Tally> RunAsync(double perSecond, TimeSpan length)
    {
        var tally = new Tally();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(open.Select((one, index) => Task.Run(() => AskAsync(one, index, tally, perSecond / open.Count, began, length))));
        return tally;
    }

    public ValueTask DisposeAsync()
    {
        open.ForEach(one => one.Dispose());
        return ValueTask.CompletedTask;
    }

    // What could not be asked in time is asked late and at once: a host that is slow is not spared for it.
    private async Task AskAsync(StartConnection one, int index, Tally tally, double perSecond, long began, TimeSpan length)
    {
        for (var number = 0; ; number++)
        {
            var due = TimeSpan.FromSeconds((number + ((double)index / open.Count)) / perSecond);
            if (due >= length || Stopwatch.GetElapsedTime(began) >= length)
                return;
            if (due - Stopwatch.GetElapsedTime(began) is { TotalMilliseconds: > 1 } early)
                await Task.Delay(early);
            await one.AskAsync(tally);
        }
    }
}
