namespace Monolith.Plugins.Validation.Node.Testing;

/// <summary>What a runner is told.</summary>
/// <param name="Words">The script's own.</param>
/// <param name="Results">The file for the results.</param>
/// <param name="Coverage">The folder for the coverage.</param>
/// <param name="HasPackage">Whether a package is installed in the repository.</param>
internal sealed record TestCommand(IReadOnlyList<string> Words, string Results, string Coverage, Func<string, bool> HasPackage);
