using Monolith.Access.Contracts.Projects;
using Monolith.Access.Keys;

namespace Monolith.Access.Projects;

/// <summary>Whose a key is: a key of all projects is nobody's who has but some.</summary>
internal sealed class KeyOwners(KeyTable keys) : IItemProjects
{
    public ProjectItem Item => ProjectItem.Key;

    public async Task<IReadOnlyList<string>?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await keys.FindAsync(id, cancellationToken))?.Scope.Names;
}
