using Monolith.Access.Contracts.Projects;
using Monolith.Kernel;

namespace Monolith.Access.Keys;

/// <summary>Which projects a new key is for: never more than whoever makes it has.</summary>
internal static class KeyProjects
{
    private const string Path = "projects";

    /// <returns>Null for all.</returns>
    public static Result<string[]?> Of(IReadOnlyList<string>? wanted, ProjectScope within)
    {
        if (wanted is null)
            return within.IsAll ? null : within.Names.ToArray();
        if (wanted.Count == 0 || !wanted.All(Project.IsName))
            return new Problem(ErrorCodes.ValidationError, "Give names of projects: lower-case letters, digits, '-' and '_', at most 63, a letter or digit first; or leave it out.", Path);
        return wanted.FirstOrDefault(name => !within.Includes(name)) is { } foreign
            ? new Problem(ErrorCodes.Forbidden, $"You have no project '{foreign}', so you give nobody a key to it. You have {string.Join(", ", within.Names)}.", Path)
            : wanted.Distinct(StringComparer.Ordinal).ToArray();
    }
}
