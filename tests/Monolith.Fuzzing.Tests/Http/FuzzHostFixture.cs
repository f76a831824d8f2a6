using System.Net.Http.Json;
using System.Text.Json;
using Monolith.Access.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Fuzzing.Tests.Http;

/// <summary>A real host whose only agent greets, and one run of it.</summary>
public sealed class FuzzHostFixture : IAsyncLifetime
{
    internal const string HookSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly DirectoryInfo plugins = Directory.CreateTempSubdirectory("monolith-fuzz-");

    internal RealHost Host { get; private set; } = null!;

    internal HttpClient Http { get; private set; } = null!;

    /// <summary>Of a run that succeeded.</summary>
    internal Guid Run { get; private set; }

    public async Task InitializeAsync()
    {
        PluginFixture.Copy("Good", plugins.FullName);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(plugins.FullName, (UnixFileMode)0b111_101_101);
        string[] hooks = ["--Secrets:webhook_github=" + HookSecret, "--Secrets:webhook_gitlab=" + HookSecret, "--Secrets:webhook_generic=" + HookSecret];
        Host = await RealHost.StartAsync([.. hooks, $"--Plugins:Directory={plugins.FullName}", "--Logging:LogLevel:Default=None", "--Sandbox:Mode=None"]);
        Http = new HttpClient { BaseAddress = Host.Address };
        var definition = new { name = "greeting", stages = new[] { new { id = "greet", agent = "greet", action = "greet", parameters = new { name = "Ada" } } } };
        var triggered = new { name = "triggered", triggers = new { webhook = new[] { new { source = "github" }, new { source = "gitlab" } }, @event = new[] { new { type = "**" } } }, definition.stages };
        Assert.True((await Http.PutAsJsonAsync("/api/v1/pipelines/triggered", triggered)).IsSuccessStatusCode);
        var started = await Http.PostAsJsonAsync("/api/v1/runs", new { pipeline = definition });
        Assert.True(started.IsSuccessStatusCode, await started.Content.ReadAsStringAsync());
        Run = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        // The stream ends with the run.
        using var events = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{Run}/events") { Headers = { { "Accept", "text/event-stream" } } };
        using var end = await Http.SendAsync(events);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
        plugins.Delete(recursive: true);
    }
}

[CollectionDefinition(Name)]
public sealed class OneFuzzedHost : ICollectionFixture<FuzzHostFixture>
{
    public const string Name = "one host that is fuzzed";
}
