using Microsoft.Extensions.DependencyInjection;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;
using Monolith.Models.Contracts;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Workers;

/// <summary>A host with a hostile plugin and a well-behaved one in workers, another in the host itself, and some that do not load.</summary>
public sealed class WorkerHost : IAsyncLifetime
{
    private static readonly string[] Outside = ["Hostile", "Outside", "OverflowingConstructor", "ThrowingConstructor"];

    internal AgentHost Host { get; } = new();

    internal string Folder => Host.Dropped;

    public Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable("MONOLITH_TEST_SECRET", "the host's own");
        PluginFixture.Copy("Good", Host.Dropped);
        PluginFixture.CopyFolder(PluginFixture.Sample("words"), Path.Combine(Host.Dropped, "words"));
        foreach (var fixture in Outside)
        {
            PluginFixture.Copy(fixture, Host.Dropped);
            Host.Settings[$"Plugins:IsolationOf:{fixture}"] = "Process";
        }

        Host.Settings["Plugins:Worker:MemoryMiB"] = "128";
        Host.Settings["Plugins:Worker:Processes"] = "60";
        Host.Services.AddSingleton<IModelAccess, PiecewiseModels>();
        return Host.StartAsync();
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    internal async Task<AgentResult> CallAsync(string agent, string action, string parameters = "{}")
    {
        using var call = new Call();
        return await CallAsync(call, agent, action, parameters);
    }

    internal Task<AgentResult> CallAsync(Call call, string agent, string action, string parameters = "{}") =>
        Host.Invoker.InvokeAsync(call.Of(agent, action, parameters), CancellationToken.None).WaitAsync(Safety.Limit);
}

[CollectionDefinition(Name)]
public sealed class WorkerCollection : ICollectionFixture<WorkerHost>
{
    public const string Name = "workers";
}
