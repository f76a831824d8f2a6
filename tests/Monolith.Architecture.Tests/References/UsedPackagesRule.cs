using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.References;

/// <summary>A package reaches further than the project that declares it: this asks what the built code uses.</summary>
public sealed class UsedPackagesRule : Rule<BuiltAssembly>
{
    protected override IEnumerable<BuiltAssembly> Subjects => Repository.Assemblies;

    protected override IEnumerable<(BuiltAssembly, string)> Violators =>
    [
        (Made.Assembly("Monolith.Host", ProjectKind.Host, "Hangfire.AspNetCore"), "uses Hangfire.AspNetCore"),
        (Made.Assembly("Monolith.Live", ProjectKind.Implementation, "Weasel.Postgresql"), "uses Weasel.Postgresql"),
    ];

    protected override IEnumerable<string> Violations(BuiltAssembly subject) =>
        subject.References
            .Where(reference => !PackageOwners.Allow(subject.Name, reference))
            .Select(reference => $"{subject.Name}: uses {reference}");
}
