namespace Monolith.Agents.Contracts;

/// <summary>Which versions of plugins this host and others have. A version is the content hash of its files.</summary>
public interface IPluginVersions
{
    /// <summary>Makes the version ready to be called, if this host has it.</summary>
    /// <param name="agent">The agent that is to be called.</param>
    /// <param name="contentHash">The version.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask<VersionPlace> FindAsync(string agent, string contentHash, CancellationToken cancellationToken);

    /// <returns>Versions that this host lacks and that other hosts have, or had until a while ago. Runs that are pinned to them are theirs.</returns>
    ValueTask<IReadOnlyList<string>> ElsewhereAsync(CancellationToken cancellationToken);

    /// <summary>Whether this host has the version loaded, or can load it when it is called.</summary>
    bool IsHere(string contentHash);
}
