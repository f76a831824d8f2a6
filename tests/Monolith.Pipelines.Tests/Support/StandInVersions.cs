using System.Collections.Concurrent;
using Monolith.Agents.Contracts;

namespace Monolith.Pipelines.Tests.Support;

/// <summary>Has every version but those that a test says are elsewhere.</summary>
internal sealed class StandInVersions : IPluginVersions
{
    public ConcurrentDictionary<string, VersionPlace> Lacking { get; } = new();

    public ValueTask<VersionPlace> FindAsync(string agent, string contentHash, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Lacking.GetValueOrDefault(contentHash, VersionPlace.Here));

    public ValueTask<IReadOnlyList<string>> ElsewhereAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<string>>([.. Lacking.Where(version => version.Value == VersionPlace.Elsewhere).Select(version => version.Key)]);

    public bool IsHere(string contentHash) => !Lacking.ContainsKey(contentHash);
}
