using System.Net.Http.Headers;
using System.Text;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Limits;

public sealed class FullQueueTests
{
    private const string OneAtATime = """
        { name: waits, concurrency: { key: one, limit: 1 }, stages: [{ id: a, wait: { signal: go } }] }
        """;

    [Fact]
    public async Task Start_WhenTheQueueIsFull_Is503UntilThereIsRoomAndTheKeyStaysFree()
    {
        await using var host = await RealHost.StartAsync("--Engine:MaxQueuedRuns=1", "--Engine:Heartbeat=00:00:00.2");
        using var client = new ApiClient(host.Address, key: null);
        var accepted = 0;
        var answer = await StartAsync(client, accepted);
        // One is under way sooner or later, one is queued; no third is taken.
        for (; answer.IsSuccessStatusCode && accepted < 3; accepted++)
            answer = await StartAsync(client, accepted + 1);

        Assert.InRange(accepted, 1, 2);
        Assert.Equal((503, 10), ((int)answer.StatusCode, (int)answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
        Assert.Contains("\"code\":\"OVERLOADED\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var (_, list) = await client.SendAsync(HttpMethod.Get, "/api/v1/runs");
        Assert.Equal(accepted, list.GetProperty("runs").GetArrayLength());

        await client.SendAsync(HttpMethod.Post, "/api/v1/runs:cancel?pipeline=waits");
        do
            answer = await StartAsync(client, accepted);
        while (!answer.IsSuccessStatusCode);
        Assert.False(answer.Headers.Contains("Idempotent-Replayed"));
    }

    private static Task<HttpResponseMessage> StartAsync(ApiClient client, int key)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(OneAtATime)) { Headers = { ContentType = new MediaTypeHeaderValue("application/yaml") } };
        return client.Http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/v1/runs") { Content = body, Headers = { { "Idempotency-Key", $"k{key}" } } });
    }
}
