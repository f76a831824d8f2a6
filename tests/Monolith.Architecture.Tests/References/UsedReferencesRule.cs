using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.References;

/// <summary>The same as <see cref="DeclaredReferencesRule"/>, asked of what was built.</summary>
public sealed class UsedReferencesRule : Rule<BuiltAssembly>
{
    protected override IEnumerable<BuiltAssembly> Subjects => Repository.Assemblies;

    protected override IEnumerable<(BuiltAssembly, string)> Violators =>
    [
        (Made.Assembly("Monolith.Live", ProjectKind.Implementation, "Monolith.Storage"), "uses Monolith.Storage"),
        (Made.Assembly("Monolith.Plugins.Git", ProjectKind.Plugin, "Monolith.Kernel"), "uses Monolith.Kernel"),
        (Made.Assembly("Monolith.Host", ProjectKind.Host, "Monolith.Plugins.Git"), "uses Monolith.Plugins.Git"),
    ];

    protected override IEnumerable<string> Violations(BuiltAssembly subject) =>
        subject.References
            .Where(reference => reference.StartsWith("Monolith.", StringComparison.Ordinal))
            .Where(reference => !AllowedReferences.Has(subject.Name, subject.Kind, reference))
            .Select(reference => $"{subject.Name}: uses {reference}");
}
