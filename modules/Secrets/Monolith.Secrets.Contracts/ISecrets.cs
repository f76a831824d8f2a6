using Monolith.Kernel;

namespace Monolith.Secrets.Contracts;

/// <summary>Finds secrets by project and name.</summary>
public interface ISecrets
{
    /// <summary>Looks in the configuration's section <c>Secrets</c>, which is for all projects, and then among those that the project has stored.</summary>
    /// <param name="project">The project's name.</param>
    /// <param name="name">The secret's; any text may be asked for.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>
    /// The value; null when there is no such secret. A problem, <see cref="ErrorCodes.SecretStoreShut"/> or
    /// <see cref="ErrorCodes.SecretUnreadable"/>, when one is stored that cannot be read.
    /// </returns>
    Task<Result<string?>> FindAsync(string project, string name, CancellationToken cancellationToken);
}
