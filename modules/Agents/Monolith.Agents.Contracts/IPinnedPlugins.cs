namespace Monolith.Agents.Contracts;

/// <summary>Which versions of plugins are still needed. Without one, none that no longer serves is.</summary>
public interface IPinnedPlugins
{
    /// <returns>The content hashes that unfinished runs are pinned to.</returns>
    Task<IReadOnlySet<string>> OfUnfinishedRunsAsync(CancellationToken cancellationToken);
}
