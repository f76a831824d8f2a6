using System.Globalization;
using System.Net;
using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Resilience;

/// <summary>A server that asks for another try later, an agent that passes it on, an engine that heeds it, and a host that dies meanwhile.</summary>
public sealed class RetryAfterTests
{
    private const int Seconds = 6;

    [Trait("Length", "Long")]
    [Fact]
    public async Task RetryAfter_HostKilledWhileItWaits_NextHostTriesThenAndNotBefore()
    {
        using var folder = new TestFolder();
        using var server = new HttpListener();
        var url = $"http://127.0.0.1:{FreePort.Find()}/";
        server.Prefixes.Add(url);
        server.Start();
        Guid run;
        await using (var first = await HostProcess.StartAsync(folder.Path))
        {
            run = await first.Http.StartAsync($$"""
                name: asks
                stages: [{ id: a, agent: http, action: call, parameters: { url: "{{url}}" }, retry: { preset: quick, backoff: 10ms } }]
                """);
            await AnswerAsync(server, HttpStatusCode.ServiceUnavailable, Seconds);
            await first.Http.UntilAsync(run, (type, _) => type == "stage_retry_scheduled");
            await first.KillAsync();
        }

        await using var second = await HostProcess.StartAsync(folder.Path);
        await AnswerAsync(server, HttpStatusCode.OK, retryAfter: null);
        var ended = await second.Http.EndAsync(run);

        Assert.Equal("success", ended.GetProperty("status").GetString());
        var events = (await second.Http.JsonAsync($"/api/v1/runs/{run}/events")).GetProperty("events").EnumerateArray().ToList();
        var (scheduled, again) = (Data(events, "stage_retry_scheduled", 0), Data(events, "stage_started", 1));
        var notBefore = scheduled.GetProperty("notBefore").GetDateTimeOffset();
        Assert.True(notBefore - scheduled.GetProperty("at").GetDateTimeOffset() >= TimeSpan.FromSeconds(Seconds), scheduled.ToString());
        Assert.True(again.GetProperty("at").GetDateTimeOffset() >= notBefore, again.ToString());
    }

    private static async Task AnswerAsync(HttpListener server, HttpStatusCode status, int? retryAfter)
    {
        var context = await server.GetContextAsync().WaitAsync(TimeSpan.FromMinutes(2));
        context.Response.StatusCode = (int)status;
        if (retryAfter is { } seconds)
            context.Response.Headers["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture);
        context.Response.Close();
    }

    private static JsonElement Data(List<JsonElement> events, string type, int index) =>
        events.Where(change => change.GetProperty("type").GetString() == type).ElementAt(index).GetProperty("data");
}
