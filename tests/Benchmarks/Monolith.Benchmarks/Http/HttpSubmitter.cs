using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Monolith.Benchmarks.Hosting;
using Monolith.Pipelines.Contracts;

namespace Monolith.Benchmarks.Http;

/// <summary>Starts runs of a stored pipeline over HTTP, on connections that are kept; their ends are heard as in process.</summary>
internal sealed class HttpSubmitter : IDisposable
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    private readonly HttpClient http;
    private readonly RunEnds ends;
    private readonly byte[] single = Encoding.UTF8.GetBytes($$"""{"pipeline":"{{NoopPipeline.OfFive.Name}}"}""");

    private HttpSubmitter(InProcessHost host)
    {
        http = new HttpClient { BaseAddress = new Uri(host.Address) };
        ends = new RunEnds(host.Get<IRunNotices>(), NoopPipeline.OfFive.VersionAtEnd);
    }

    public static async Task<HttpSubmitter> CreateAsync(InProcessHost host)
    {
        var submitter = new HttpSubmitter(host);
        using var definition = new StringContent(NoopPipeline.OfFive.Json, Encoding.UTF8, JsonType);
        using var stored = await submitter.http.PutAsync($"/api/v1/pipelines/{NoopPipeline.OfFive.Name}", definition);
        stored.EnsureSuccessStatusCode();
        return submitter;
    }

    /// <summary>Starts one run and returns when it is over.</summary>
    public async Task RunAsync()
    {
        using var answer = await PostAsync("/api/v1/runs", single);
        await EndAsync(await ReadAsync(answer));
    }

    /// <summary>Starts many in one request and returns when all are over.</summary>
    public async Task RunBatchAsync(int runs)
    {
        using var answer = await PostAsync("/api/v1/runs:batch", Batch(runs));
        var started = await ReadAsync(answer);
        await Task.WhenAll(started.GetProperty("runs").EnumerateArray().Select(EndAsync));
    }

    public async Task<bool> ServesBatchesAsync()
    {
        using var body = Content(Batch(1));
        using var answer = await http.PostAsync("/api/v1/runs:batch", body);
        return answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed);
    }

    public void Dispose()
    {
        ends.Dispose();
        http.Dispose();
    }

    private byte[] Batch(int runs) =>
        [.. "{\"runs\":["u8, .. string.Join(',', Enumerable.Repeat(Encoding.UTF8.GetString(single), runs)).Select(letter => (byte)letter), .. "]}"u8];

    private Task EndAsync(JsonElement run) => ends.WaitAsync(run.GetProperty("id").GetGuid(), NoopPipeline.OfFive.VersionAtEnd);

    private async Task<HttpResponseMessage> PostAsync(string path, byte[] json)
    {
        using var body = Content(json);
        var answer = await http.PostAsync(path, body);
        return answer.EnsureSuccessStatusCode();
    }

    private static ByteArrayContent Content(byte[] json) => new(json) { Headers = { ContentType = JsonType } };

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return document.RootElement.Clone();
    }
}
