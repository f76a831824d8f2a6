using System.Net.Http.Json;
using System.Text.Json;
using Monolith.Benchmarks.Contestants;
using Monolith.Benchmarks.Figures;
using Monolith.Benchmarks.Hosting;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Memory;

/// <summary>The host's memory under load.</summary>
internal sealed class LoadMemoryMeasurement : IMeasurement
{
    private const int Runs = 20_000;

    public string Name => "memory-load";

    public string About =>
        $"Megabytes of the real host's process (VmRSS; VmHWM for the most) with 256 runs in flight over HTTP until {Runs:#,0} were done. The client "
        + "asks for each run until it is over. One host, once.";

    public async Task<Table> RunAsync(Bench bench)
    {
        await using var host = await HostProcess.StartAsync(bench, "load");
        using var http = new HttpClient { BaseAddress = host.Address };
        using var stored = await http.PutAsJsonAsync(
            $"/api/v1/pipelines/{NoopPipeline.OfFive.Name}", JsonSerializer.Deserialize<JsonElement>(NoopPipeline.OfFive.Json));
        stored.EnsureSuccessStatusCode();
        await Task.Delay(TimeSpan.FromSeconds(5));
        var empty = host.Memory();

        var under = new Series();
        var load = InFlight.RateAsync(bench.Options.Count(Runs), 256, () => RunAsync(http));
        while (await Task.WhenAny(load, Task.Delay(500)) != load)
            under.Add(host.Memory());
        await load;
        return new Table("empty", "256 in flight", "most").Row($"{empty:0}", under.Text(), $"{host.Memory("VmHWM"):0}");
    }

    private static async Task RunAsync(HttpClient http)
    {
        using var answer = await http.PostAsJsonAsync("/api/v1/runs", new { pipeline = NoopPipeline.OfFive.Name });
        answer.EnsureSuccessStatusCode();
        var run = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        string? status;
        do
        {
            await Task.Delay(50);
            status = (await http.GetFromJsonAsync<JsonElement>($"/api/v1/runs/{run}")).GetProperty("status").GetString();
        }
        while (status is not ("success" or "failed"));
    }
}
