namespace Monolith.Plugins.Validation.Auditing;

/// <summary>A known vulnerability of a package that the repository uses.</summary>
/// <param name="Severity">critical, high, moderate or low; unknown where the tool does not say.</param>
internal sealed record Advisory(string Package, string Version, string Severity, string Url)
{
    /// <summary>Its own name, such as <c>GHSA-…</c> or <c>PYSEC-…</c>; null where the tool has none.</summary>
    public string? Id { get; init; }

    /// <summary>The version that mends it, where the tool says it.</summary>
    public string? MendedIn { get; init; }
}
