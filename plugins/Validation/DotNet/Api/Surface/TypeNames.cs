using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Monolith.Plugins.Validation.DotNet.Api.Surface;

/// <summary>Types as text. Type parameters stand by their position, since their names are free to change.</summary>
internal sealed class TypeNames(MetadataReader metadata) : ISignatureTypeProvider<string, object?>
{
    public static string Join(string space, string name) => space.Length > 0 ? $"{space}.{name}" : name;

    public string Of(EntityHandle handle) => handle.Kind switch
    {
        _ when handle.IsNil => "",
        HandleKind.TypeDefinition => GetTypeFromDefinition(metadata, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => GetTypeFromReference(metadata, (TypeReferenceHandle)handle, 0),
        HandleKind.TypeSpecification => metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null),
        _ => "",
    };

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? $"{GetTypeFromDefinition(reader, outer, 0)}.{reader.GetString(type.Name)}"
            : Join(reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0)}.{reader.GetString(type.Name)}"
            : Join(reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        Of(handle);

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode switch
    {
        PrimitiveTypeCode.Int32 => "int",
        PrimitiveTypeCode.Int64 => "long",
        PrimitiveTypeCode.Single => "float",
        PrimitiveTypeCode.Boolean => "bool",
        _ => typeCode.ToString().ToLowerInvariant(),
    };

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments)
    {
        var name = genericType.LastIndexOf('`') is > 0 and var arity ? genericType[..arity] : genericType;
        return $"{name}<{string.Join(", ", typeArguments)}>";
    }

    public string GetGenericTypeParameter(object? genericContext, int index) => $"T{index}";

    public string GetGenericMethodParameter(object? genericContext, int index) => $"M{index}";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetByReferenceType(string elementType) => $"ref {elementType}";

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetFunctionPointerType(MethodSignature<string> signature) =>
        $"delegate*<{string.Join(", ", signature.ParameterTypes.Add(signature.ReturnType))}>";

    // Of the modifiers only those count that callers must know, such as that of an init accessor.
    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        isRequired ? $"{modifier[(modifier.LastIndexOf('.') + 1)..]} {unmodifiedType}" : unmodifiedType;
}
