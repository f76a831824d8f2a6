using System.Globalization;
using System.Net.Http.Json;

namespace Monolith.Benchmarks.Hosting;

/// <summary>Runs whose first attempt failed and whose next one is hours away: they wait in a retry's backoff.</summary>
internal sealed class WaitingRuns : IDisposable
{
    private readonly HttpClient http;

    private WaitingRuns(Uri address) => http = new HttpClient { BaseAddress = address };

    public static async Task<WaitingRuns> CreateAsync(Uri address)
    {
        var runs = new WaitingRuns(address);
        using var stored = await runs.http.PutAsJsonAsync("/api/v1/pipelines/waiting", new
        {
            name = "waiting",
            stages = new[]
            {
                new
                {
                    id = "later",
                    agent = "recorder",
                    action = "fail",
                    parameters = new { retryable = true },
                    retry = new { maxAttempts = 2, backoff = "10h", maxBackoff = "10h" },
                },
            },
        });
        stored.EnsureSuccessStatusCode();
        return runs;
    }

    /// <summary>Starts so many and returns when all wait.</summary>
    public async Task StartAsync(int runs, string connectionString)
    {
        var left = runs;
        await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                using var answer = await http.PostAsJsonAsync("/api/v1/runs", new { pipeline = "waiting" });
                answer.EnsureSuccessStatusCode();
            }
        }));
        while (await CountAsync(connectionString) < runs)
            await Task.Delay(100);
    }

    public void Dispose() => http.Dispose();

    private static async Task<long> CountAsync(string connectionString) => Convert.ToInt64(
        await PostgresServer.ScalarAsync(connectionString, "select count(*) from monolith.runs where status = 'waiting'"),
        CultureInfo.InvariantCulture);
}
