using System.Net.Http.Headers;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Limits;

public sealed class CrowdedHostTests
{
    [Fact]
    public async Task Start_ProjectThatHasAllItMayHave_WaitsAndHoldsNobodyUp()
    {
        await using var host = await RealHost.StartWithCommandsAsync("--Engine:MaxActiveRunsPerProject=1", "--Live:MaxStreamsPerCaller=1");
        using var client = new ApiClient(host.Address, key: null);
        var holds = await StartAsync(client, "red", "sleep 600");
        var waits = await StartAsync(client, "red", "true");
        var other = await StartAsync(client, "blue", "true");

        Assert.Equal("success", await StatusAsync(client, other, status => status is not ("queued" or "running")));
        Assert.Equal("running", await StatusAsync(client, holds, status => status is not "queued"));
        Assert.Equal("queued", await StatusAsync(client, waits, _ => true));

        // One stream follows it; a second is refused while it is open.
        using var stream = await FollowAsync(client, waits);
        using var second = await FollowAsync(client, waits);
        Assert.Equal((200, 429, 5), ((int)stream.StatusCode, (int)second.StatusCode, (int)second.Headers.RetryAfter!.Delta!.Value.TotalSeconds));

        await client.SendAsync(HttpMethod.Post, $"/api/v1/runs/{holds}/cancel");
        Assert.Contains("run_succeeded", await stream.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> StartAsync(ApiClient client, string project, string script)
    {
        var pipeline = new { name = "crowd", stages = new[] { new { id = "a", agent = "command", action = "run", parameters = new { script } } } };
        var (status, run) = await client.SendAsync(HttpMethod.Post, $"/api/v1/runs?project={project}", new { pipeline });
        Assert.True(status is 201 or 202, run.ToString());
        return run.GetProperty("id").GetString()!;
    }

    /// <returns>The first status that will do; asking goes on until there is one.</returns>
    private static async Task<string> StatusAsync(ApiClient client, string run, Func<string, bool> isIt)
    {
        while (true)
        {
            var (_, seen) = await client.SendAsync(HttpMethod.Get, $"/api/v1/runs/{run}?wait=1s");
            if (seen.GetProperty("status").GetString() is { } status && isIt(status))
                return status;
        }
    }

    private static Task<HttpResponseMessage> FollowAsync(ApiClient client, string run)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{run}/events") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/event-stream") } } };
        return client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
