namespace Monolith.Plugins.Validation.Licenses;

/// <summary>
/// Which licences a stage permits: those of its list, or all but those of its other list. A licence nobody knows is denied by any
/// policy, since nobody knows that it is permitted.
/// </summary>
internal sealed class LicensePolicy
{
    private readonly HashSet<string> allowed;
    private readonly HashSet<string> denied;
    private readonly Dictionary<string, string> known;

    private LicensePolicy(IEnumerable<string> allowed, IEnumerable<string> denied, IReadOnlyDictionary<string, string> known) =>
        (this.allowed, this.denied, this.known) = (
            new(allowed, StringComparer.OrdinalIgnoreCase),
            new(denied, StringComparer.OrdinalIgnoreCase),
            new(known, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether the stage says anything; where it does not, nothing is denied and nothing permitted.</summary>
    public bool IsGiven => allowed.Count + denied.Count > 0;

    public static LicensePolicy Of(IAgentContext context) =>
        new(context.Parameters.Texts("allow"), context.Parameters.Texts("deny"), context.Parameters.Map("known"));

    /// <summary>With the licence that the stage says it has, where it says so.</summary>
    public Dependency Corrected(Dependency dependency) =>
        known.GetValueOrDefault($"{dependency.Name}@{dependency.Version}") is { } exact ? dependency with { License = exact }
        : known.GetValueOrDefault(dependency.Name) is { } license ? dependency with { License = license }
        : dependency;

    public bool Denies(Dependency dependency) =>
        IsGiven && (dependency.License is null || !LicenseExpression.IsPermitted(dependency.License, Permits));

    private bool Permits(string license) => !denied.Contains(license) && (allowed.Count == 0 || allowed.Contains(license));
}
