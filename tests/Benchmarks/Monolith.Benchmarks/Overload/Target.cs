using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Monolith.Benchmarks.Hosting;

namespace Monolith.Benchmarks.Overload;

/// <summary>The host that is asked, and what its store says of the runs.</summary>
internal sealed class Target(HostProcess host) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = host.Address };

    public Uri Address => host.Address;

    public HostProcess Host => host;

    public async Task StoreAsync(NoopPipeline pipeline)
    {
        using var definition = new StringContent(pipeline.Json, Encoding.UTF8, "application/json");
        using var stored = await http.PutAsync($"/api/v1/pipelines/{pipeline.Name}", definition);
        stored.EnsureSuccessStatusCode();
    }

    public Task<long> SucceededAsync() => CountAsync("status = 'success'");

    public Task<long> UnfinishedAsync() => CountAsync("finished_at is null");

    public async Task DrainAsync()
    {
        while (await UnfinishedAsync() > 0)
            await Task.Delay(100);
    }

    /// <returns>How long it took until a run was taken, begun and done.</returns>
    public async Task<TimeSpan> RecoverAsync()
    {
        var began = Stopwatch.GetTimestamp();
        while (await StartAsync() is not { } run || !await EndsAsync(run))
            await Task.Delay(50);
        return Stopwatch.GetElapsedTime(began);
    }

    public void Dispose() => http.Dispose();

    private async Task<Guid?> StartAsync()
    {
        using var answer = await http.PostAsJsonAsync("/api/v1/runs", new { pipeline = NoopPipeline.OfFive.Name, priority = 100 });
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid() : null;
    }

    private async Task<bool> EndsAsync(Guid run)
    {
        while ((await http.GetFromJsonAsync<JsonElement>($"/api/v1/runs/{run}")).GetProperty("status").GetString() != "success")
            await Task.Delay(20);
        return true;
    }

    private async Task<long> CountAsync(string condition) =>
        (long)(await PostgresServer.ScalarAsync(host.ConnectionString, $"select count(*) from monolith.runs where {condition}"))!;
}
