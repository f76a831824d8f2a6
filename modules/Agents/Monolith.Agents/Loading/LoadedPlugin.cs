using Monolith.Agents.Discovery;

namespace Monolith.Agents.Loading;

/// <summary>One version of a plugin, all of whose agents can be called.</summary>
/// <param name="agents">At least one.</param>
/// <param name="scope">What its agents live in: a scope of this process, or another process.</param>
/// <param name="context">Its code; null when that is in another process.</param>
internal sealed class LoadedPlugin(IReadOnlyList<LoadedAgent> agents, IAsyncDisposable scope, IDisposable? context)
{
    public IReadOnlyList<LoadedAgent> Agents { get; private set; } = agents;

    public string Name { get; init; } = "";

    /// <summary>Where it was put; see <see cref="PluginFolder.Place"/>.</summary>
    public string Place { get; init; } = "";

    public string ContentHash { get; init; } = "";

    public CallCount Calls { get; init; } = new();

    /// <summary>Its load context, which dies when all of its code is gone; null when it has none.</summary>
    public WeakReference? Context { get; init; }

    public static LoadedPlugin Of(List<LoadedAgent> agents, IAsyncDisposable scope, PluginContext? context, PluginFolder folder, string contentHash)
    {
        var calls = new CallCount();
        return new([.. agents.Select(agent => agent with { Calls = calls })], scope, context)
        {
            Name = folder.Name,
            Place = folder.Place,
            ContentHash = contentHash,
            Calls = calls,
            Context = context is null ? null : new WeakReference(context.LoadContext),
        };
    }

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
        }
    }
}
