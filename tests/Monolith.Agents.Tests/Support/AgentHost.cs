using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Agents.Catalog;
using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Support;

/// <summary>A real host with the agents module and two plugin directories of its own.</summary>
internal sealed class AgentHost : IAsyncDisposable
{
    private readonly TempFolder data = new();
    private readonly TempFolder firstParty = new();
    private readonly HostApplicationBuilder builder =
        Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
    private IHost? host;

    public AgentHost()
    {
        builder.Configuration.AddInMemoryCollection([new("Plugins:Directory", firstParty.Path), new("Sandbox:Mode", "None")]);
        builder.Logging.AddProvider(Logs);
        builder.Services.AddSingleton(new DataFolders(data.Path));
        builder.Services.AddAgents(builder.Configuration);
    }

    public CollectedLogs Logs { get; } = new();

    public IServiceCollection Services => builder.Services;

    public IConfiguration Settings => builder.Configuration;

    /// <summary>Where the agents that come with the host lie.</summary>
    public string FirstParty => firstParty.Path;

    /// <summary>Where users drop theirs.</summary>
    public string Dropped => Directory.CreateDirectory(Path.Combine(data.Path, "plugins")).FullName;

    public IAgentCatalog Catalog => host!.Services.GetRequiredService<IAgentCatalog>();

    public PluginPlaces Places => host!.Services.GetRequiredService<PluginPlaces>();

    public PluginSwaps Swaps => host!.Services.GetRequiredService<PluginSwaps>();

    public AgentCatalog Loaded => host!.Services.GetRequiredService<AgentCatalog>();

    public IAgentInvoker Invoker => host!.Services.GetRequiredService<IAgentInvoker>();

    public static async Task<AgentHost> WithAsync(params string[] fixtures)
    {
        var agents = new AgentHost();
        foreach (var fixture in fixtures)
            PluginFixture.Copy(fixture, agents.FirstParty);
        await agents.StartAsync();
        return agents;
    }

    public async Task StartAsync()
    {
        host = builder.Build();
        await host.StartAsync();
    }

    public Task StopAsync() => host!.StopAsync();

    /// <summary>Looks at the plugins' folders as the host does twice a second: what changed must look the same twice.</summary>
    public async Task LookTwiceAsync()
    {
        await Places.LookAsync(CancellationToken.None);
        await Places.LookAsync(CancellationToken.None);
    }

    public AgentListing Only(string name) => Assert.Single(Catalog.List(), listing => listing.Name == name);

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.StopAsync();
            host.Dispose();
        }

        data.Dispose();
        firstParty.Dispose();
    }
}
