using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Kernel;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Support;

/// <summary>A real web host with the module's routes and nothing else.</summary>
internal sealed class AgentApi : IAsyncDisposable
{
    private readonly TempFolder data = new();
    private readonly WebApplication app;

    private AgentApi(IEnumerable<string> fixtures, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        foreach (var fixture in fixtures)
            PluginFixture.Copy(fixture, data.Sub("plugins"));

        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("Plugins:Directory", data.Sub("none")), new("urls", "http://127.0.0.1:0")]);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton(new DataFolders(data.Path));
        builder.Services.AddAgents(builder.Configuration);
        app = builder.Build();
        app.MapAgents();
    }

    public HttpClient Client { get; } = new();

    public static Task<AgentApi> WithAsync(params string[] fixtures) => WithAsync([], fixtures);

    public static async Task<AgentApi> WithAsync(KeyValuePair<string, string?>[] settings, params string[] fixtures)
    {
        var api = new AgentApi(fixtures, settings);
        await api.app.StartAsync();
        api.Client.BaseAddress = new Uri(api.app.Urls.Single());
        return api;
    }

    public async Task<JsonElement> GetAsync(string path) => JsonElement.Parse(await Client.GetStringAsync(path));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        data.Dispose();
    }
}
