namespace Monolith.Features.Contracts;

/// <summary>For whom a flag is asked: who calls, or on whose behalf a run does something.</summary>
/// <param name="Person">The name of the person or program; null when it has none.</param>
/// <param name="Projects">Names of projects; empty for none.</param>
/// <param name="Roles">Names of roles, such as <c>operator</c>, in any case; empty where nobody calls, as in a run.</param>
public sealed record FeatureSubject(string? Person, IReadOnlyList<string> Projects, IReadOnlyList<string> Roles)
{
    /// <returns>A run of that project, started by that person.</returns>
    /// <param name="person">Who started it; null when nobody is known.</param>
    /// <param name="project">Of the run.</param>
    public static FeatureSubject OfRun(string? person, string project) => new(person, [project], []);
}
