using Monolith.Kernel;

namespace Monolith.Agents.Registry.Store;

/// <summary>What all hosts are to serve of a plugin. A change makes another one; <see cref="StateTable"/> stores it if nobody was quicker.</summary>
/// <param name="Plugin">The plugin's name.</param>
internal sealed record PluginState(string Plugin)
{
    /// <summary>The content hash; null when the registry has nothing to say, and a folder of that name serves.</summary>
    public string? Serving { get; init; }

    /// <summary>What served before; null when nothing did.</summary>
    public string? Previous { get; init; }

    /// <summary>A plugin that is not serves from nowhere, not from a folder either.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Whether an upload leaves alone what serves.</summary>
    public bool IsPinned { get; init; }

    /// <summary>0 before it is stored.</summary>
    public long Version { get; init; }

    public string ChangedBy { get; init; } = "";

    public DateTimeOffset ChangedAt { get; init; }

    public bool Uses(string contentHash) => contentHash == Serving || contentHash == Previous;

    public PluginState Serve(string contentHash) =>
        contentHash == Serving ? this : this with { Serving = contentHash, Previous = Serving };

    public PluginState Pin(string contentHash) => Serve(contentHash) with { IsPinned = true };

    public Result<PluginState> RollBack()
    {
        if (IsPinned)
            return new Problem(ErrorCodes.Conflict, $"'{Plugin}' is pinned to {Serving}. Unpin it first, or pin the other version.");
        return Previous is null
            ? new Problem(ErrorCodes.Conflict, $"No version of '{Plugin}' served before the one that does. Serve one of its versions by name.")
            : this with { Serving = Previous, Previous = Serving };
    }

    public PluginState Forget(string contentHash) => this with
    {
        Serving = Serving == contentHash ? null : Serving,
        Previous = Previous == contentHash ? null : Previous,
        IsPinned = IsPinned && Serving != contentHash,
    };
}
