using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;

namespace Monolith.Plugins.Validation.DotNet.Api.Surface;

/// <summary>Reads one type of an assembly's metadata.</summary>
internal sealed class ApiTypeReader(MetadataReader metadata, TypeNames names, TypeDefinitionHandle handle)
{
    private const GenericParameterAttributes Special = GenericParameterAttributes.SpecialConstraintMask;

    private readonly TypeDefinition type = metadata.GetTypeDefinition(handle);

    public ApiType Read()
    {
        var kind = Kind();
        return new ApiType(
            names.Of(handle), kind,
            type.Attributes.HasFlag(TypeAttributes.Sealed),
            type.Attributes.HasFlag(TypeAttributes.Abstract),
            [.. type.GetInterfaceImplementations().Select(one => names.Of(metadata.GetInterfaceImplementation(one).Interface)).Append(names.Of(type.BaseType))
                .Where(name => name.Length > 0)],
            [.. type.GetGenericParameters().Select(Constraints)],
            Methods().Concat(Fields(kind)).DistinctBy(member => member.Signature)
                .ToDictionary(member => member.Signature, StringComparer.Ordinal));
    }

    private string Kind() => type.Attributes.HasFlag(TypeAttributes.Interface) ? "interface" : names.Of(type.BaseType) switch
    {
        "System.Enum" => "enum",
        "System.ValueType" => "struct",
        "System.MulticastDelegate" => "delegate",
        _ => "class",
    };

    private IEnumerable<ApiMember> Methods() =>
        from one in type.GetMethods()
        let method = metadata.GetMethodDefinition(one)
        let access = method.Attributes & MethodAttributes.MemberAccessMask
        where access is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem
        select new ApiMember(
            Signature(method), access == MethodAttributes.Public,
            method.Attributes.HasFlag(MethodAttributes.Static),
            method.Attributes.HasFlag(MethodAttributes.Abstract),
            method.Attributes.HasFlag(MethodAttributes.Virtual) && !method.Attributes.HasFlag(MethodAttributes.Final),
            IsReadOnly: false, Value: null);

    private string Signature(MethodDefinition method)
    {
        var signature = method.DecodeSignature(names, null);
        var generic = string.Join(", ", method.GetGenericParameters().Select(Constraints));
        return $"{metadata.GetString(method.Name)}{(generic.Length > 0 ? $"<{generic}>" : "")}"
            + $"({string.Join(", ", signature.ParameterTypes)}): {signature.ReturnType}";
    }

    private IEnumerable<ApiMember> Fields(string kind) =>
        from one in type.GetFields()
        let field = metadata.GetFieldDefinition(one)
        let access = field.Attributes & FieldAttributes.FieldAccessMask
        where access is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem
        select new ApiMember(
            $"{metadata.GetString(field.Name)}: {field.DecodeSignature(names, null)}", access == FieldAttributes.Public,
            field.Attributes.HasFlag(FieldAttributes.Static), IsAbstract: false, IsVirtual: false,
            (field.Attributes & (FieldAttributes.InitOnly | FieldAttributes.Literal)) != 0,
            kind == "enum" ? Value(field) : null);

    private string? Value(FieldDefinition field)
    {
        if (field.GetDefaultValue() is not { IsNil: false } value)
        {
            return null;
        }

        var constant = metadata.GetConstant(value);
        return Convert.ToString(metadata.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode), CultureInfo.InvariantCulture);
    }

    private string Constraints(GenericParameterHandle parameter)
    {
        var generic = metadata.GetGenericParameter(parameter);
        var types = generic.GetConstraints().Select(one => names.Of(metadata.GetGenericParameterConstraint(one).Type)).Order(StringComparer.Ordinal);
        var special = generic.Attributes & Special;
        return string.Join(" & ", types.Prepend(special == 0 ? "" : special.ToString()).Where(one => one.Length > 0)) is { Length: > 0 } all
            ? $"{generic.Index}: {all}"
            : $"{generic.Index}";
    }
}
