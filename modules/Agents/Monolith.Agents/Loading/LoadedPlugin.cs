using Autofac;
using Monolith.Agents.Discovery;

namespace Monolith.Agents.Loading;

/// <summary>A plugin all of whose agents can be called.</summary>
internal sealed class LoadedPlugin(IReadOnlyList<LoadedAgent> agents, ILifetimeScope scope, IDisposable context)
{
    public IReadOnlyList<LoadedAgent> Agents { get; private set; } = agents;

    /// <summary>The copy of its folder, which goes with it; null when it has none.</summary>
    public string? Copy { get; init; }

    /// <summary>Disposes the agents and lets go of the code, which is collected when the last call into it has ended.</summary>
    public async Task UnloadAsync()
    {
        Agents = [];
        try
        {
            await scope.DisposeAsync();
        }
        finally
        {
            context.Dispose();
            if (Copy is not null)
                PluginCopies.Remove(Copy);
        }
    }
}
