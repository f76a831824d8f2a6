using Mono.Cecil;

namespace Monolith.Architecture.Tests.Model;

/// <summary>A project's built assembly, read but never loaded.</summary>
public sealed record BuiltAssembly(string Name, ProjectKind Kind, AssemblyDefinition Definition)
{
    /// <summary>
    /// Names of the assemblies whose types the code uses. What stands only in an attribute on the whole assembly is left
    /// out: a package's source generator stamps every project that the package reaches.
    /// </summary>
    public IEnumerable<string> References =>
        Definition.MainModule.GetTypeReferences()
            .Where(type => !Definition.CustomAttributes.Any(stamp => stamp.AttributeType.FullName == type.FullName))
            .Select(type => type.Scope.Name)
            .Distinct();

    /// <summary>Written by a person: what the compiler and source generators add is left out.</summary>
    public IEnumerable<TypeDefinition> WrittenTypes =>
        Definition.MainModule.GetTypes().Where(type => !IsGenerated(type));

    public static BuiltAssembly Read(ProjectFile project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var file = Repository.Absolute($"artifacts/bin/{project.Name}/{configuration}/{project.Name}.dll");
        return new(project.Name, project.Kind, AssemblyDefinition.ReadAssembly(file));
    }

    private static bool IsGenerated(TypeDefinition type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute")
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}
