namespace Monolith.Plugins.E2e.Scenarios;

/// <param name="Skip">Why it is not run; null when it is.</param>
/// <param name="Line">Where it begins in its file, from 1.</param>
internal sealed record Scenario(string Name, IReadOnlyList<string> Tags, string? Skip, IReadOnlyList<Step> Steps, int Line)
{
    /// <summary>The names of the secrets that its steps use.</summary>
    public IEnumerable<string> Secrets => Steps.SelectMany(step => step.Texts).SelectMany(Placeholders.SecretsIn).Distinct();

    public bool IsChosenBy(IReadOnlyList<string> tags) => tags.Count == 0 || Tags.Intersect(tags).Any();
}
