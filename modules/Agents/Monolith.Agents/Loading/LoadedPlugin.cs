using Monolith.Agents.Discovery;

namespace Monolith.Agents.Loading;

/// <summary>A plugin all of whose agents can be called.</summary>
/// <param name="agents">At least one.</param>
/// <param name="scope">What its agents live in: a scope of this process, or another process.</param>
/// <param name="context">Its code; null when that is in another process.</param>
internal sealed class LoadedPlugin(IReadOnlyList<LoadedAgent> agents, IAsyncDisposable scope, IDisposable? context)
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
            context?.Dispose();
            if (Copy is not null)
                PluginCopies.Remove(Copy);
        }
    }
}
