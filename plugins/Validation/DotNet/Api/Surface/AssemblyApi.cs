using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.DotNet.Api.Surface;

/// <summary>What an assembly offers. Its metadata is read; nothing of it is loaded or run.</summary>
/// <param name="Forwarded">Types that have moved to another assembly and are still found by their names.</param>
internal sealed record AssemblyApi(
    string Name, IReadOnlyDictionary<string, ApiType> Types, IReadOnlySet<string> Forwarded, bool IsTestAssembly)
{
    private static readonly string[] TestFrameworks =
        ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    /// <exception cref="UnreadableReportException">It is no .NET assembly.</exception>
    public static AssemblyApi Read(string path)
    {
        try
        {
            using var image = new PEReader(ToolReport.Open(path));
            return Read(image.GetMetadataReader());
        }
        catch (Exception fault) when (fault is BadImageFormatException or InvalidOperationException)
        {
            throw new UnreadableReportException(path, $"is no .NET assembly: {fault.Message.TrimEnd('.')}");
        }
    }

    private static AssemblyApi Read(MetadataReader metadata)
    {
        var names = new TypeNames(metadata);
        var references = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));
        return new AssemblyApi(
            metadata.GetString(metadata.GetAssemblyDefinition().Name),
            metadata.TypeDefinitions.Where(handle => IsVisible(metadata, handle))
                .Select(handle => new ApiTypeReader(metadata, names, handle).Read())
                .ToDictionary(type => type.Name, StringComparer.Ordinal),
            metadata.ExportedTypes.Select(handle => metadata.GetExportedType(handle)).Where(type => type.IsForwarder)
                .Select(type => TypeNames.Join(metadata.GetString(type.Namespace), metadata.GetString(type.Name))).ToHashSet(),
            references.Any(TestFrameworks.Contains));
    }

    private static bool IsVisible(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem =>
                IsVisible(metadata, type.GetDeclaringType()),
            _ => false,
        };
    }
}
