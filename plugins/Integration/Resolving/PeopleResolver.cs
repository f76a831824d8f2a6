using Monolith.Plugins.Integration.Conflicts;

namespace Monolith.Plugins.Integration.Resolving;

/// <summary>Leaves everything to people.</summary>
internal sealed class PeopleResolver : IConflictResolver
{
    public Task<IReadOnlyDictionary<string, Resolution>> ResolveAsync(IReadOnlyList<Conflict> conflicts, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, Resolution>>(new Dictionary<string, Resolution>());
}
