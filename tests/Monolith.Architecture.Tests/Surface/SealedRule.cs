using Mono.Cecil;
using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Surface;

/// <summary>A class is made to be inherited, or it is sealed.</summary>
public sealed class SealedRule : Rule<BuiltAssembly>
{
    protected override IEnumerable<BuiltAssembly> Subjects => Repository.Assemblies;

    protected override IEnumerable<(BuiltAssembly, string)> Violators =>
    [
        (Made.Assembly("Monolith.Live", ProjectKind.Implementation).With("Monolith.Live", "Open", TypeAttributes.NotPublic), "Monolith.Live.Open is not sealed"),
    ];

    protected override IEnumerable<string> Violations(BuiltAssembly subject)
    {
        var inherited = subject.WrittenTypes.Select(type => type.BaseType?.GetElementType().FullName).ToHashSet();
        return subject.WrittenTypes
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !IsVisible(type))
            .Where(type => !inherited.Contains(type.FullName))
            .Select(type => $"{subject.Name}: {type.FullName} is not sealed");
    }

    private static bool IsVisible(TypeDefinition type) =>
        type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && IsVisible(type.DeclaringType));
}
