using Mono.Cecil;
using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Surface;

/// <summary>
/// An implementation shows the host its one module class and what that hands out, the options people set with the enums among their values, and
/// the shapes its HTTP endpoints speak. All else is internal; what other modules need stands in Contracts.
/// </summary>
public sealed class ModuleSurfaceRule : Rule<BuiltAssembly>
{
    private static readonly string[] PublicSuffixes = ["Options", "Request", "Response", "Result"];

    protected override IEnumerable<BuiltAssembly> Subjects =>
        Repository.Assemblies.Where(assembly => assembly.Kind == ProjectKind.Implementation);

    protected override IEnumerable<(BuiltAssembly, string)> Violators =>
    [
        Violator("Monolith.Live", "EventHub"),
        Violator("Monolith.Live", "StorageModule"),
        Violator("Monolith.Live.Http", "NotARecord"),
    ];

    protected override IEnumerable<string> Violations(BuiltAssembly subject) =>
        subject.WrittenTypes
            .Where(type => type.IsPublic && !IsAllowed(subject, type))
            .Select(type => $"{subject.Name}: {type.FullName} is public");

    private static bool IsAllowed(BuiltAssembly assembly, TypeDefinition type) =>
        type.Name == ModuleClass(assembly.Name)
        || PublicSuffixes.Any(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal))
        || IsHandedOut(assembly, type)
        || (type.IsEnum && IsValueOfOptions(assembly, type))
        || (type.Namespace.Split('.').Contains("Http") && (type.IsEnum || IsRecord(type)));

    private static bool IsHandedOut(BuiltAssembly assembly, TypeDefinition type) =>
        assembly.WrittenTypes
            .Where(module => module.Name == ModuleClass(assembly.Name))
            .Any(module => module.Methods.Any(method => method.IsPublic && method.ReturnType.FullName.Contains(type.FullName, StringComparison.Ordinal)));

    private static bool IsValueOfOptions(BuiltAssembly assembly, TypeDefinition type) =>
        assembly.WrittenTypes
            .Where(options => options.IsPublic && options.Name.EndsWith("Options", StringComparison.Ordinal))
            .Any(options => options.Properties.Any(property => property.PropertyType.FullName == type.FullName || property.PropertyType.FullName == $"System.Nullable`1<{type.FullName}>"));

    private static string ModuleClass(string assembly) => $"{assembly.Split('.')[^1]}Module";

    private static bool IsRecord(TypeDefinition type) =>
        type.Methods.Any(method => method.Name is "<Clone>$" || (type.IsValueType && method.Name is "PrintMembers"));

    private static (BuiltAssembly, string) Violator(string ns, string type) =>
        (Made.Assembly("Monolith.Live", ProjectKind.Implementation).With(ns, type, TypeAttributes.Public), $"{ns}.{type} is public");
}
