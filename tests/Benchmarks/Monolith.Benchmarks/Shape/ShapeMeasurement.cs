using System.Diagnostics;
using Monolith.Benchmarks.Figures;
using Monolith.Benchmarks.Hosting;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Shape;

/// <summary>Whether a stage of a large run costs more than one of a small run.</summary>
internal sealed class ShapeMeasurement : IMeasurement
{
    public string Name => "shape";

    public string About => "Milliseconds a stage, one run at a time, by the shape of the run; runs of 5 are averaged over 200.";

    public async Task<Table> RunAsync(Bench bench)
    {
        await using var host = await InProcessHost.StartAsync(bench, "shape");
        var shapes = new List<ShapeTimes>
        {
            new("5 in a chain", NoopPipeline.OfFive, 200),
            new("1,000 at once", new NoopPipeline("wide", 1_000, IsChain: false), 1),
            new("2,000 in a chain", new NoopPipeline("chain", 2_000, IsChain: true), 1),
        };
        foreach (var shape in shapes)
            await shape.PrepareAsync(host);
        await Turns.TakeAsync(bench.Options.Repeats, [.. shapes.Select(shape => (Func<Task>)shape.TurnAsync)]);

        var table = new Table("stages", "ms a stage", "of a run of 5");
        foreach (var shape in shapes)
            table.Row(shape.Name, shape.MillisecondsAStage.Text(), shape.MillisecondsAStage.Over(shapes[0].MillisecondsAStage));
        shapes.ForEach(shape => shape.Dispose());
        await host.CheckAllSucceededAsync();
        return table;
    }

    private sealed record ShapeTimes(string Name, NoopPipeline Pipeline, int RunsInATurn) : IDisposable
    {
        private RunSubmitter? submitter;

        public Series MillisecondsAStage { get; } = new();

        public async Task PrepareAsync(InProcessHost host)
        {
            submitter = await RunSubmitter.CreateAsync(host, Pipeline);
            for (var warmUp = 0; warmUp < 2 * RunsInATurn; warmUp++)
                await submitter.RunAsync();
        }

        public async Task TurnAsync()
        {
            var clock = Stopwatch.StartNew();
            for (var run = 0; run < RunsInATurn; run++)
                await submitter!.RunAsync();
            MillisecondsAStage.Add(clock.Elapsed.TotalMilliseconds / RunsInATurn / Pipeline.Stages);
        }

        public void Dispose() => submitter?.Dispose();
    }
}
