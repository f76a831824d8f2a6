using Mono.Cecil;
using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Surface;

/// <summary>Every module is entered by one static class of its name.</summary>
public sealed class ModuleClassRule : Rule<BuiltAssembly>
{
    protected override IEnumerable<BuiltAssembly> Subjects =>
        Repository.Assemblies.Where(assembly => assembly.Kind == ProjectKind.Implementation);

    protected override IEnumerable<(BuiltAssembly, string)> Violators =>
    [
        (Made.Assembly("Monolith.Live", ProjectKind.Implementation), "no public static class LiveModule"),
        (Made.Assembly("Monolith.Live", ProjectKind.Implementation).With("Monolith.Live", "LiveModule", TypeAttributes.Public), "LiveModule"),
    ];

    protected override IEnumerable<string> Violations(BuiltAssembly subject)
    {
        var name = $"{subject.Name.Split('.')[^1]}Module";
        return subject.WrittenTypes.Any(type => type.FullName == $"{subject.Name}.{name}" && IsPublicStatic(type))
            ? []
            : [$"{subject.Name}: no public static class {name}"];
    }

    private static bool IsPublicStatic(TypeDefinition type) => type is { IsPublic: true, IsAbstract: true, IsSealed: true };
}
