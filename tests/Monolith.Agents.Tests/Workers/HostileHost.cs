using System.Text.Json;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Workers;

/// <summary>A host with a hostile plugin in a worker, and well-behaved ones beside it.</summary>
public sealed class HostileHost : IAsyncLifetime
{
    private readonly AgentHost host = new();

    internal AgentHost Host => host;

    public async Task InitializeAsync()
    {
        foreach (var fixture in new[] { "Good", "Hostile", "Outside", "OverflowingConstructor", "ThrowingConstructor" })
        {
            PluginFixture.Copy(fixture, host.Dropped);
            host.Settings[$"Plugins:IsolationOf:{fixture}"] = "Process";
        }

        host.Settings["Plugins:IsolationOf:Good"] = "InProcess";
        host.Settings["Plugins:Worker:MemoryMiB"] = "128";
        host.Settings["Plugins:Worker:Processes"] = "100";
        await host.StartAsync();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    internal async Task<AgentResult> CallAsync(string agent, string action, string parameters = "{}")
    {
        using var call = new Call();
        return await host.Invoker.InvokeAsync(call.Of(agent, action, parameters), CancellationToken.None).WaitAsync(Safety.Limit);
    }
}
