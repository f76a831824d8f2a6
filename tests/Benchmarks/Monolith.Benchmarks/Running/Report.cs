using Monolith.Benchmarks.Figures;

namespace Monolith.Benchmarks.Running;

/// <summary>Markdown on the output, and in a file when one is named.</summary>
internal sealed class Report(string? file)
{
    public async Task BeginAsync(Bench bench)
    {
        Write("# Benchmark");
        Write("");
        Write($"{Machine.Description}; PostgreSQL {await bench.Postgres.SettingsAsync()}.");
        Write($"A run is 5 no-op stages one after the other. Median of {bench.Options.Repeats} turns, least and most in brackets; "
            + $"contestants take turns.{(bench.Options.Quick ? " Quick: a tenth of the work, not for comparison." : "")}");
        Write($"Load average at the start: {Machine.LoadAverage()}");
    }

    public void Add(IMeasurement measurement, Table table)
    {
        Write("");
        Write($"## {measurement.Name}");
        Write("");
        Write(measurement.About);
        Write("");
        foreach (var line in table.Lines())
            Write(line);
        foreach (var note in table.Notes)
            Write($"\n{note}");
    }

    public void End()
    {
        Write("");
        Write($"Load average at the end: {Machine.LoadAverage()}");
    }

    private void Write(string line)
    {
        Console.Out.WriteLine(line);
        if (file is not null)
            File.AppendAllText(file, line + "\n");
    }
}
