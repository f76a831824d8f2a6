using System.Globalization;
using Mono.Cecil;
using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Surface;

/// <summary>The kernel holds what every module needs, and so very little.</summary>
public sealed class KernelSizeRule : Rule<BuiltAssembly>
{
    private const int Most = 14;

    protected override IEnumerable<BuiltAssembly> Subjects => Repository.Assemblies.Where(assembly => assembly.Kind == ProjectKind.Kernel);

    protected override IEnumerable<(BuiltAssembly, string)> Violators =>
    [
        (Enumerable.Range(0, Most + 1).Aggregate(
            Made.Assembly("Monolith.Kernel", ProjectKind.Kernel),
            (made, number) => made.With("Monolith.Kernel", string.Create(CultureInfo.InvariantCulture, $"Type{number}"), TypeAttributes.Public)), $"{Most + 1} public types"),
    ];

    protected override IEnumerable<string> Violations(BuiltAssembly subject)
    {
        var count = subject.WrittenTypes.Count(type => type.IsPublic);
        return count > Most ? [$"{subject.Name}: {count} public types, {Most} at most"] : [];
    }
}
