using Autofac;

namespace Monolith.Agents.Loading;

/// <summary>One version of a plugin, all of whose agents can be called.</summary>
internal sealed class LoadedPlugin(IReadOnlyList<LoadedAgent> agents, ILifetimeScope scope, IDisposable context)
{
    public IReadOnlyList<LoadedAgent> Agents { get; private set; } = agents;

    public string Name { get; init; } = "";

    /// <summary>Where it was put; see <see cref="Discovery.PluginFolder.Place"/>.</summary>
    public string Place { get; init; } = "";

    public string ContentHash { get; init; } = "";

    public CallCount Calls { get; init; } = new();

    /// <summary>Its load context, which dies when all of its code is gone; null when it has none.</summary>
    public WeakReference? Context { get; init; }

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
        }
    }
}
