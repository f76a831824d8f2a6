using Monolith.Benchmarks.Contestants;
using Monolith.Benchmarks.Figures;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Processor;

/// <summary>Where the engine's processor time goes: the host or PostgreSQL. Also the load to point a profiler at.</summary>
internal sealed class ProcessorMeasurement : IMeasurement
{
    public string Name => "processor";

    public string About => "Milliseconds of processor time a run of the engine, 256 in flight, in the host's process and in those of PostgreSQL.";

    public async Task<Table> RunAsync(Bench bench)
    {
        await using var engine = new EngineContestant();
        await engine.StartAsync(bench);
        await InFlight.RateAsync(bench.Options.Count(engine.RunsInATurn), engine.InFlight, engine.RunAsync);

        var postmaster = await bench.Postgres.ProcessIdAsync();
        var (rates, here, postgres) = (new Series(), new Series(), new Series());
        var runs = bench.Options.Count(engine.RunsInATurn);
        await Turns.TakeAsync(bench.Options.Repeats, async () =>
        {
            var before = ProcessorTime.Read(postmaster);
            var rate = await InFlight.RateAsync(runs, engine.InFlight, engine.RunAsync);
            var used = ProcessorTime.Read(postmaster) - before;
            rates.Add(rate);
            here.Add(used.Here.TotalMilliseconds / runs);
            postgres.Add(used.Postgres.TotalMilliseconds / runs);
            Bench.Say($"{rate:#,0} runs/s, {used.Here.TotalMilliseconds:#,0} and {used.Postgres.TotalMilliseconds:#,0} ms");
        });
        return new Table("runs/s", "host, ms a run", "PostgreSQL, ms a run").Row(rates.Text(), here.Text(), postgres.Text());
    }
}
