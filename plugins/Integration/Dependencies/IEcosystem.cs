using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.Dependencies;

/// <summary>The packages of one kind of repository.</summary>
internal interface IEcosystem
{
    string Name { get; }

    bool Recognises(string folder);

    /// <summary>What could be updated; a tool or feed that fails ends the stage.</summary>
    Task<IReadOnlyList<PackageUpdate>> FindAsync(Repository tree, string level, CancellationToken cancellationToken);

    /// <summary>Writes the new versions into the tree's files.</summary>
    /// <returns>Why an update cannot be made; null when it is made.</returns>
    Task<string?> ApplyAsync(Repository tree, IReadOnlyList<PackageUpdate> updates, CancellationToken cancellationToken);
}
