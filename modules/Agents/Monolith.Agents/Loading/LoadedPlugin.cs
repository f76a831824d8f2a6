using Autofac;
using McMaster.NETCore.Plugins;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Loading;

/// <summary>A plugin in its load context, with the instances of its agents. Disposing it lets the context be collected.</summary>
internal sealed class LoadedPlugin(PluginLoader loader, ILifetimeScope scope, IReadOnlyList<IAgent> agents) : IDisposable
{
    public IReadOnlyList<IAgent> Agents { get; private set; } = agents;

    public void Dispose()
    {
        Agents = [];
        scope.Dispose();
        loader.Dispose();
    }
}
