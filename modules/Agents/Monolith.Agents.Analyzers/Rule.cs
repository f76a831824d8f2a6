using Microsoft.CodeAnalysis;

namespace Monolith.Agents.Analyzers;

internal static class Rule
{
    /// <param name="id">The id; <c>analyzers.md</c>, which is packed beside the rules, has a section of that name.</param>
    /// <param name="title">In a few words.</param>
    /// <param name="message">What is wrong here, and the mend.</param>
    /// <param name="tags">That it is told at the end of a compilation, for one.</param>
    public static DiagnosticDescriptor Of(string id, string title, string message, params string[] tags) => new(
        id, title, message, "Agents", DiagnosticSeverity.Warning, isEnabledByDefault: true, customTags: tags);
}
