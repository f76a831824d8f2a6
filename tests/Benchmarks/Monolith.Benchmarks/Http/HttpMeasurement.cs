using Monolith.Benchmarks.Contestants;
using Monolith.Benchmarks.Figures;
using Monolith.Benchmarks.Hosting;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Http;

/// <summary>What the front door costs.</summary>
internal sealed class HttpMeasurement : IMeasurement
{
    private const int Runs = 4_000;
    private const int InABatch = 64;

    public string Name => "http";

    public string About =>
        "Runs a second by submission in process and over HTTP, of one and the same host. The client is in the host's process and speaks over "
        + "loopback on kept connections, so its work is in the figure; the runs' ends are heard in process in all cases.";

    public async Task<Table> RunAsync(Bench bench)
    {
        await using var host = await InProcessHost.StartAsync(bench, "http");
        using var submitter = await RunSubmitter.CreateAsync(host, NoopPipeline.OfFive);
        using var http = await HttpSubmitter.CreateAsync(host);
        List<Way> ways =
        [
            new("in process", 64, 1, submitter.RunAsync),
            new("in process", 256, 1, submitter.RunAsync),
            new("POST /runs", 64, 1, http.RunAsync),
            new("POST /runs", 256, 1, http.RunAsync),
        ];
        var servesBatches = await http.ServesBatchesAsync();
        if (servesBatches)
            ways.Add(new Way($"POST /runs:batch of {InABatch}", 256, InABatch, () => http.RunBatchAsync(InABatch)));

        var runs = bench.Options.Count(Runs);
        foreach (var way in ways)
            await InFlight.RateAsync(runs * 2 / way.RunsEach, way.InFlight / way.RunsEach, way.SubmitAsync);
        await Turns.TakeAsync(bench.Options.Repeats, [.. ways.Select(way => (Func<Task>)(() => way.TurnAsync(runs)))]);
        await host.CheckAllSucceededAsync();

        var table = new Table("submitted by", "runs in flight", "runs/s", "of in process at 256");
        foreach (var way in ways)
            table.Row(way.Name, $"{way.InFlight}", way.Rates.Text(), way.Rates.Over(ways[1].Rates));
        return servesBatches ? table : table.Row("POST /runs:batch", "256", "not served", "");
    }

    private sealed record Way(string Name, int InFlight, int RunsEach, Func<Task> SubmitAsync)
    {
        public Series Rates { get; } = new();

        public async Task TurnAsync(int runs) =>
            Rates.Add(RunsEach * await Contestants.InFlight.RateAsync(runs / RunsEach, InFlight / RunsEach, SubmitAsync));
    }
}
