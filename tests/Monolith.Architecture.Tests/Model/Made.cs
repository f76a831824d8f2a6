using System.Xml.Linq;
using Mono.Cecil;

namespace Monolith.Architecture.Tests.Model;

/// <summary>Makes the violators: projects from text and assemblies out of nothing.</summary>
internal static class Made
{
    public static ProjectFile Project(string path, string content) =>
        new(path, [XDocument.Parse($"<Project>{content}</Project>")]);

    public static ProjectFile WithReference(string path, string reference) =>
        Project(path, $"""<ItemGroup><ProjectReference Include="../{reference}/{reference}.csproj" /></ItemGroup>""");

    public static ProjectFile WithPackage(string path, string package) =>
        Project(path, $"""<ItemGroup><PackageReference Include="{package}" /></ItemGroup>""");

    /// <param name="references">Assemblies of each of which it uses one type.</param>
    public static BuiltAssembly Assembly(string name, ProjectKind kind, params string[] references)
    {
        using var made = AssemblyDefinition.CreateAssembly(new AssemblyNameDefinition(name, new Version(1, 0)), name, ModuleKind.Dll);
        var module = made.MainModule;
        var user = new TypeDefinition("", "User", TypeAttributes.NotPublic | TypeAttributes.Sealed | TypeAttributes.Class, module.TypeSystem.Object);
        module.Types.Add(user);
        foreach (var reference in references)
        {
            var scope = new AssemblyNameReference(reference, new Version(1, 0));
            module.AssemblyReferences.Add(scope);
            user.Fields.Add(new FieldDefinition(reference, FieldAttributes.Private, new TypeReference(reference, "Used", module, scope)));
        }

        return new(name, kind, WrittenAndRead(made));
    }

    public static BuiltAssembly With(this BuiltAssembly assembly, string ns, string type, TypeAttributes attributes)
    {
        var module = assembly.Definition.MainModule;
        module.Types.Add(new TypeDefinition(ns, type, attributes | TypeAttributes.Class, module.TypeSystem.Object));
        return assembly;
    }

    /// <summary>A type of this test assembly, looked at as if it were of the given kind.</summary>
    public static BuiltAssembly ThisOne(ProjectKind kind)
    {
        var file = typeof(Made).Assembly.Location;
        return new(Path.GetFileNameWithoutExtension(file), kind, AssemblyDefinition.ReadAssembly(file));
    }

    /// <summary>Only what was read has a table of the types it uses.</summary>
    private static AssemblyDefinition WrittenAndRead(AssemblyDefinition made)
    {
        var stream = new MemoryStream();
        made.Write(stream);
        stream.Position = 0;
        return AssemblyDefinition.ReadAssembly(stream);
    }
}
