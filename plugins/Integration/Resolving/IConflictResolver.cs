using Monolith.Plugins.Integration.Conflicts;

namespace Monolith.Plugins.Integration.Resolving;

/// <summary>Resolves conflicts, as far as it can.</summary>
internal interface IConflictResolver
{
    /// <returns>By the conflicts' ids; what it cannot resolve is left out.</returns>
    Task<IReadOnlyDictionary<string, Resolution>> ResolveAsync(IReadOnlyList<Conflict> conflicts, CancellationToken cancellationToken);
}
