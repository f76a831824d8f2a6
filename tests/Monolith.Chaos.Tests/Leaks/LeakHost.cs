using System.Net.Http.Json;
using System.Text.Json;
using Monolith.Access.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Chaos.Tests.Leaks;

/// <summary>A host in this process, and what is done to it many times.</summary>
internal sealed class LeakHost
{
    private const int AtOnce = 32;

    private static readonly object Greeting = Pipeline(new { id = "greet", agent = "greet", action = "greet", parameters = new { name = "Ada" } });
    private static readonly object Waiting = Pipeline(new { id = "wait", wait = new { signal = "go" } });

    private readonly DirectoryInfo plugins = Directory.CreateTempSubdirectory("monolith-leaks-");
    private RealHost host = null!;

    public async Task StartAsync()
    {
        PluginFixture.Copy("Good", plugins.FullName);
        host = await RealHost.StartAsync($"--Plugins:Directory={plugins.FullName}", "--Sandbox:Mode=None");
    }

    public async Task StopAsync()
    {
        await host.DisposeAsync();
        plugins.Delete(recursive: true);
    }

    /// <summary>Starts so many runs and follows each to its end.</summary>
    public async Task RunAsync(int count)
    {
        using var http = Client();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, _) =>
        {
            using var stream = await FollowAsync(http, await StartAsync(http, Greeting));
            Assert.Contains("run_succeeded", await stream.Content.ReadAsStringAsync(CancellationToken.None), StringComparison.Ordinal);
        });
    }

    /// <summary>Opens so many streams of a run that waits, all at once, and drops them.</summary>
    public async Task StreamAsync(int count)
    {
        using var http = Client();
        var run = await StartAsync(http, Waiting);
        var streams = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => FollowAsync(http, run)));
        Assert.All(streams, stream => Assert.True(stream.IsSuccessStatusCode));
        foreach (var stream in streams)
            stream.Dispose();
    }

    private HttpClient Client() => new() { BaseAddress = host.Address };

    private static async Task<Guid> StartAsync(HttpClient http, object pipeline)
    {
        using var answer = await http.PostAsJsonAsync("/api/v1/runs", new { pipeline });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, body.ToString());
        return body.GetProperty("id").GetGuid();
    }

    private static async Task<HttpResponseMessage> FollowAsync(HttpClient http, Guid run)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{run}/events") { Headers = { { "Accept", "text/event-stream" } } };
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static object Pipeline(object stage) => new { name = "leak", stages = new[] { stage } };
}
