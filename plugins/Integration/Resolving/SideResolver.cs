using Monolith.Plugins.Integration.Conflicts;

namespace Monolith.Plugins.Integration.Resolving;

/// <summary>Takes one side of everything.</summary>
internal sealed class SideResolver(string side) : IConflictResolver
{
    public Task<IReadOnlyDictionary<string, Resolution>> ResolveAsync(IReadOnlyList<Conflict> conflicts, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, Resolution>>(conflicts.ToDictionary(conflict => conflict.Id, _ => new Resolution(side)));
}
