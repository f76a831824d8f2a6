namespace Monolith.Access.Contracts.Projects;

/// <summary>Tells the projects of items of one kind. The module that keeps them registers it.</summary>
public interface IItemProjects
{
    /// <summary>The kind.</summary>
    ProjectItem Item { get; }

    /// <returns>The projects of the item, all of which a caller must have; null when there is no such item.</returns>
    Task<IReadOnlyList<string>?> FindAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>What the id in a route may name.</summary>
public enum ProjectItem
{
    /// <summary>A run.</summary>
    Run,

    /// <summary>A decision, clarification or dead letter of a run.</summary>
    RunItem,

    /// <summary>A key to this host.</summary>
    Key,
}
