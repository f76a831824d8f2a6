using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Monolith.Access.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Chaos.Tests.Swaps;

/// <summary>The whole host in this process, with one plugin that is replaced.</summary>
internal sealed class SwapHost
{
    private static readonly object Order = new
    {
        pipeline = new
        {
            name = "swapped",
            stages = new object[] { Stage("first"), Stage("second", "first"), Stage("third", "second") },
        },
    };

    private readonly DirectoryInfo plugins = Directory.CreateTempSubdirectory("monolith-swaps-");
    private RealHost host = null!;

    private string Folder => Path.Combine(plugins.FullName, "Good");

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

    /// <summary>Puts another version where the plugin lies, and waits until new runs get it.</summary>
    public async Task SwapAsync()
    {
        using var http = Client();
        var before = await ServingAsync(http);
        await File.WriteAllTextAsync(Path.Combine(Folder, "version.txt"), Guid.NewGuid().ToString());
        while (await ServingAsync(http) == before)
            await Task.Yield();
    }

    /// <summary>Starts runs, each as soon as one before it has ended, until it is told to stop.</summary>
    public async Task<(int Total, int Failed, int Versions)> LoadAsync(int atOnce, CancellationToken stop)
    {
        var ended = new ConcurrentBag<string>();
        var versions = new ConcurrentDictionary<string, bool>();
        using var http = Client();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (!stop.IsCancellationRequested)
            {
                versions.TryAdd(await ServingAsync(http), true);
                ended.Add(await RunAsync(http));
            }
        }));
        return (ended.Count, ended.Count(status => status != "success"), versions.Count);
    }

    /// <returns>How many versions of the plugin's code are in memory beside the one that serves, once all that can be collected is.</returns>
    public static async Task<int> OldCodeAsync()
    {
        using var patience = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var left = Loaded();
        for (var looks = 0; looks < 30 && left > 1 && await patience.WaitForNextTickAsync(); looks++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            left = Loaded();
        }

        return left - 1;
    }

    private static int Loaded() => AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.GetName().Name == "Monolith.PluginFixtures.Good");

    private static async Task<string> ServingAsync(HttpClient http)
    {
        var agent = await http.GetFromJsonAsync<JsonElement>("/api/v1/agents/greet");
        return agent.GetProperty("contentHash").GetString()!;
    }

    private static async Task<string> RunAsync(HttpClient http)
    {
        using var answer = await http.PostAsJsonAsync("/api/v1/runs", Order);
        var run = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{run}/events") { Headers = { { "Accept", "text/event-stream" } } };
        using var stream = await http.SendAsync(request);
        var state = await http.GetFromJsonAsync<JsonElement>($"/api/v1/runs/{run}");
        return state.GetProperty("status").GetString()!;
    }

    private HttpClient Client() => new() { BaseAddress = host.Address };

    private static object Stage(string id, params string[] needs) =>
        new { id, needs, agent = "greet", action = "greet", parameters = new { name = "Ada" } };
}
