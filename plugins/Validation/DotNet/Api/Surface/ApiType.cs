namespace Monolith.Plugins.Validation.DotNet.Api.Surface;

/// <summary>A type that code outside of the assembly can use.</summary>
/// <param name="Kind">class, struct, interface, enum or delegate.</param>
/// <param name="Bases">Base class and interfaces.</param>
/// <param name="TypeParameters">The constraints of each type parameter.</param>
/// <param name="Members">By signature.</param>
internal sealed record ApiType(
    string Name, string Kind, bool IsSealed, bool IsAbstract, IReadOnlyList<string> Bases, IReadOnlyList<string> TypeParameters,
    IReadOnlyDictionary<string, ApiMember> Members)
{
    /// <summary>Whether code outside can implement or derive from it, so that what is abstract in it must be written there.</summary>
    public bool IsImplementedOutside => Kind == "interface"
        || (Kind == "class" && !IsSealed && Members.Values.Any(member => member.IsConstructor));
}

/// <summary>A method, accessor, constructor or field that code outside of the assembly can use.</summary>
/// <param name="Signature">Name, parameters and type, such as <c>Add(int, int): int</c>.</param>
/// <param name="Value">Of an enum's member: its number.</param>
internal sealed record ApiMember(
    string Signature, bool IsPublic, bool IsStatic, bool IsAbstract, bool IsVirtual, bool IsReadOnly, string? Value)
{
    public bool IsConstructor => Signature.StartsWith(".ctor(", StringComparison.Ordinal);
}
