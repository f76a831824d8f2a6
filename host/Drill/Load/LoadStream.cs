using System.Collections.Concurrent;
using System.Globalization;
using Monolith.Host.Drill.Options;

namespace Monolith.Host.Drill.Load;

/// <summary>A bounded stream of runs: a few senders, as many runs under way as keep every host busy and none flooded.</summary>
internal sealed class LoadStream(DrillApi api, AcceptedRuns accepted, RunCensus census, DrillFolder folder, DrillOptions options)
{
    private const int Senders = 3;
    private const int MostOpen = 40;
    private static readonly TimeSpan Full = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentQueue<Task> signals = new();
    private int sent;

    /// <summary>Sends until told to stop; then ends what was begun: keyed requests get their answer, waiting runs their signal.</summary>
    /// <param name="stop">Asks for the end.</param>
    /// <param name="cancellationToken">Ends the patience.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken cancellationToken)
    {
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendAsync(stop, cancellationToken)));
        await Task.WhenAll(signals);
    }

    private async Task SendAsync(CancellationToken stop, CancellationToken cancellationToken)
    {
        while (!stop.IsCancellationRequested)
        {
            if (census.Open >= MostOpen)
            {
                await Task.Delay(Full, cancellationToken);
                continue;
            }

            var order = RunOrder.Of(options.Seed, Interlocked.Increment(ref sent));
            if (order.IsBatch)
                await SendBatchAsync(order, cancellationToken);
            else
                await SendOneAsync(order, cancellationToken);
            await Task.Delay(order.Pause, cancellationToken);
        }
    }

    private async Task SendOneAsync(RunOrder order, CancellationToken cancellationToken)
    {
        var key = $"drill-{order.Number.ToString(CultureInfo.InvariantCulture)}";
        if (await api.PostAsync("/api/v1/runs", order.Body(folder.Journal), key, mayRepeat: true, cancellationToken) is not { } run)
            return;
        var id = run["id"]!.GetValue<Guid>();
        accepted.Accepted(id, order.Pipelines[0]);
        if (order.Pipelines[0] == DrillPipelines.Waiting)
            signals.Enqueue(SignalAsync(id, TimeSpan.FromMilliseconds(order.Seed % 1_500), cancellationToken));
    }

    private async Task SendBatchAsync(RunOrder order, CancellationToken cancellationToken)
    {
        var answer = await api.PostAsync("/api/v1/runs:batch", order.Body(folder.Journal), key: null, mayRepeat: false, cancellationToken);
        foreach (var (index, entry) in (answer?["runs"]?.AsArray() ?? []).Index())
        {
            if (entry?["id"] is { } id)
                accepted.Accepted(id.GetValue<Guid>(), order.Pipelines[index]);
            else
                accepted.Refused($"Run {index} of batch {order.Number} was refused: {entry?.ToJsonString()}");
        }
    }

    private async Task SignalAsync(Guid run, TimeSpan after, CancellationToken cancellationToken)
    {
        await Task.Delay(after, cancellationToken);
        await api.PostAsync($"/api/v1/runs/{run}/signals/{DrillPipelines.Signal}", body: null, key: null, mayRepeat: true, cancellationToken);
    }
}
