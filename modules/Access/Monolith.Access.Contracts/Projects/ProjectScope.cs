using System.Security.Claims;

namespace Monolith.Access.Contracts.Projects;

/// <summary>The projects that a caller has to do with.</summary>
public sealed class ProjectScope
{
    /// <summary>The type of the claims that name a caller's projects, one each; <see cref="Everything"/> for all.</summary>
    public const string ClaimType = "monolith/project";

    /// <summary>In place of a name: all projects, those to come included.</summary>
    public const string Everything = "*";

    private ProjectScope(IEnumerable<string> names) => Names = [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>All projects.</summary>
    public static ProjectScope All { get; } = new([Everything]);

    /// <summary>Whether it is all projects, and so the whole host.</summary>
    public bool IsAll => Names.Contains(Everything);

    /// <summary>In order; <see cref="Everything"/> for all; empty for none.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <returns>These projects.</returns>
    public static ProjectScope Of(IEnumerable<string> names) => new(names);

    /// <returns>What the caller's claims say: no claim, no project.</returns>
    public static ProjectScope Of(ClaimsPrincipal user) => new(user.FindAll(ClaimType).Select(claim => claim.Value));

    /// <returns>Whether it is one of them.</returns>
    public bool Includes(string project) => IsAll || Names.Contains(project);
}
