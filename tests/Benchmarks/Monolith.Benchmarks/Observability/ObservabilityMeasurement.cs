using Monolith.Benchmarks.Figures;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Observability;

/// <summary>What the logs' context, the request ids and the metrics cost together.</summary>
internal sealed class ObservabilityMeasurement : IMeasurement
{
    private const int RequestsInALap = 8_000;
    private const int LapsInATurn = 10;

    public string Name => "observability";

    public string About =>
        "Requests a second of an endpoint that answers a small JSON, of a server with the whole of Operations around it (NLog, request ids, "
        + $"metrics) and of one with none of it. {LeanClient.Connections} kept connections over loopback from a client that does next to nothing, in the same "
        + $"process. A turn is {LapsInATurn} laps of {RequestsInALap:#,0} requests of each server, one server's lap after the other's.";

    public async Task<Table> RunAsync(Bench bench)
    {
        await using var bare = await TrivialApp.StartAsync(observed: false);
        await using var observed = await TrivialApp.StartAsync(observed: true);
        var (without, with) = (new Laps(bare.Address), new Laps(observed.Address));
        var (rateLost, timeLost) = (new Series(), new Series());
        var laps = bench.Options.Count(LapsInATurn);
        for (var warmUp = 0; warmUp < laps; warmUp++)
        {
            await without.RunAsync(RequestsInALap);
            await with.RunAsync(RequestsInALap);
        }

        await Turns.TakeAsync(bench.Options.Repeats, async () =>
        {
            without.Begin();
            with.Begin();
            for (var lap = 0; lap < laps; lap++)
            {
                await without.RunAsync(RequestsInALap);
                await with.RunAsync(RequestsInALap);
            }

            rateLost.Add(100 * (1 - (with.End().Rate / without.End().Rate)));
            timeLost.Add(100 * (1 - (without.End().Microseconds / with.End().Microseconds)));
            without.Keep();
            with.Keep();
        });
        return new Table("server", "requests/s", "µs of processor a request, the client's part in it")
            .Row("bare", without.Rates.Text(), without.Times.Text())
            .Row("observed", with.Rates.Text(), with.Times.Text())
            .Note($"Throughput lost, in percent: {rateLost.Text()}. By processor time, which other load of the machine touches less: {timeLost.Text()}. "
                + "The bar is 15.");
    }
}
