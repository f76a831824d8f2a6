using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monolith.Agents;
using Monolith.Agents.Contracts;
using Monolith.Benchmarks.Running;
using Monolith.Kernel;

namespace Monolith.Benchmarks.Calls;

/// <summary>A host with nothing but the module that calls agents, and the no-op agent.</summary>
internal sealed class AgentsAlone : IAsyncDisposable
{
    private readonly IHost host;
    private readonly IAgentInvoker invoker;
    private readonly AgentCall call;

    private AgentsAlone(IHost host, string workspace)
    {
        this.host = host;
        invoker = host.Services.GetRequiredService<IAgentInvoker>();
        call = new AgentCall
        {
            Agent = "recorder",
            Action = "noop",
            RunId = Guid.NewGuid().ToString(),
            StageId = "stage",
            Attempt = 1,
            IdempotencyKey = "key",
            Parameters = JsonElement.Parse("{}"),
            Inputs = JsonElement.Parse("{}"),
            Workspace = workspace,
            Environment = new Dictionary<string, string>(),
            Secrets = new Dictionary<string, string>(),
            Log = (_, _) => { },
        };
    }

    public static async Task<AgentsAlone> StartAsync(Bench bench, string isolation)
    {
        var folder = bench.Folder.ForHost($"calls-{isolation}");
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("Plugins:Directory", Path.Combine(folder, "none")), new("Plugins:Isolation", isolation)]);
        builder.Services.AddSingleton(new DataFolders(folder));
        builder.Services.AddAgents(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return new AgentsAlone(host, Path.Combine(folder, "workspace"));
    }

    public async Task CallAsync()
    {
        if ((await invoker.InvokeAsync(call, CancellationToken.None)).Error is { } error)
            throw new InvalidOperationException(error.Message);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
