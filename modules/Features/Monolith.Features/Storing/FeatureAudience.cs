using System.Globalization;

namespace Monolith.Features.Storing;

/// <summary>For whom a flag is on: who is named, by person, project or role, and a share of everybody else.</summary>
/// <param name="Percentage">Of persons, 0 to 100; the same ones every time. Null for 0 where somebody is named, else for all.</param>
/// <param name="People">By name.</param>
/// <param name="Projects">By name.</param>
/// <param name="Roles">By name, lower-case.</param>
internal sealed record FeatureAudience(double? Percentage, string[] People, string[] Projects, string[] Roles)
{
    public static readonly FeatureAudience Everybody = new(null, [], [], []);

    public bool IsEverybody => Percentage is null && People.Length + Projects.Length + Roles.Length == 0;

    public override string ToString() => string.Join(
        "; ",
        new[]
        {
            Percentage is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share} %") : "",
            Named("people", People),
            Named("projects", Projects),
            Named("roles", Roles),
        }.Where(part => part.Length > 0));

    private static string Named(string kind, string[] names) => names.Length == 0 ? "" : $"{kind} {string.Join(", ", names)}";
}
