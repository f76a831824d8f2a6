using Monolith.Benchmarks.Hosting;

namespace Monolith.Benchmarks.Running;

internal static class BenchCommand
{
    public static async Task<int> RunAsync(string[] words)
    {
        var options = BenchOptions.Parse(words);
        var chosen = Measurements.All.Where(one => options.Only.Count == 0 || options.Only.Contains(one.Name)).ToList();
        if (chosen.Count == 0)
            throw new ArgumentException($"There are the measurements {string.Join(", ", Measurements.All.Select(one => one.Name))}.");

        using var folder = new BenchFolder();
        await using var postgres = await PostgresServer.StartAsync(folder["postgres"]);
        var bench = new Bench(options, folder, postgres);
        var report = new Report(options.Output);
        await report.BeginAsync(bench);
        foreach (var measurement in chosen)
        {
            Bench.Say(measurement.Name);
            report.Add(measurement, await measurement.RunAsync(bench));
        }

        report.End();
        return 0;
    }
}
