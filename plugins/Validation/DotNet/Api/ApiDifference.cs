using Monolith.Plugins.Validation.DotNet.Api.Surface;

namespace Monolith.Plugins.Validation.DotNet.Api;

/// <summary>What breaks between two versions of an assembly. What is only added breaks nothing, save what others must implement.</summary>
internal static class ApiDifference
{
    public static IReadOnlyList<ApiBreak> Breaks(AssemblyApi older, AssemblyApi newer) =>
    [
        .. from type in older.Types.Values.OrderBy(type => type.Name, StringComparer.Ordinal)
           from change in newer.Types.TryGetValue(type.Name, out var now) ? OfType(type, now, newer)
               : newer.Forwarded.Contains(type.Name) ? []
               : [(Member: type.Name, Change: $"was removed: a {type.Kind}")]
           select new ApiBreak(older.Name, change.Member, change.Change),
    ];

    private static IEnumerable<(string Member, string Change)> OfType(ApiType older, ApiType newer, AssemblyApi assembly)
    {
        if (older.Kind != newer.Kind)
        {
            return [(older.Name, $"was a {older.Kind} and is a {newer.Kind}")];
        }

        return OfDeclaration(older, newer, assembly).Select(change => (older.Name, change))
            .Concat(older.Members.Values.OrderBy(member => member.Signature, StringComparer.Ordinal)
                .SelectMany(member => OfMember(older, member, newer, assembly)))
            .Concat(Demanded(older, newer));
    }

    private static IEnumerable<string> OfDeclaration(ApiType older, ApiType newer, AssemblyApi assembly)
    {
        if (older is { Kind: "class", IsSealed: false } && newer.IsSealed)
        {
            yield return "is sealed now";
        }

        if (older is { Kind: "class", IsAbstract: false } && newer.IsAbstract)
        {
            yield return "is abstract or static now";
        }

        if (!older.TypeParameters.SequenceEqual(newer.TypeParameters))
        {
            yield return "has other constraints on its type parameters";
        }

        foreach (var lost in older.Bases.Except(Reached(newer, assembly, depth: 20)).Where(name => name is not "System.Object"))
        {
            yield return $"no longer derives from or implements {lost}";
        }
    }

    // What a type no longer names itself it may still have from a base of its own assembly.
    private static IEnumerable<string> Reached(ApiType type, AssemblyApi assembly, int depth) => type.Bases.Concat(
        depth == 0 ? [] : type.Bases.Select(assembly.Types.GetValueOrDefault).OfType<ApiType>().SelectMany(inner => Reached(inner, assembly, depth - 1)));

    private static IEnumerable<(string Member, string Change)> OfMember(ApiType type, ApiMember older, ApiType newer, AssemblyApi assembly)
    {
        var name = $"{type.Name}.{older.Signature}";
        return Inherited(newer, older.Signature, assembly) is { } now
            ? MemberDifference.Changes(older, now).Select(change => (name, change))
            : [(name, "was removed or its signature changed")];
    }

    // A member that moved to a base class is still found.
    private static ApiMember? Inherited(ApiType type, string signature, AssemblyApi assembly)
    {
        for (var (current, depth) = (type, 0); current is not null && depth < 50; depth++)
        {
            if (current.Members.TryGetValue(signature, out var member))
            {
                return member;
            }

            current = current.Kind == "class" && !signature.StartsWith(".ctor(", StringComparison.Ordinal)
                ? current.Bases.Select(assembly.Types.GetValueOrDefault).FirstOrDefault(candidate => candidate?.Kind == "class")
                : null;
        }

        return null;
    }

    private static IEnumerable<(string Member, string Change)> Demanded(ApiType older, ApiType newer) => older.IsImplementedOutside
        ? newer.Members.Values.Where(member => member.IsAbstract && !older.Members.ContainsKey(member.Signature))
            .OrderBy(member => member.Signature, StringComparer.Ordinal)
            .Select(member => ($"{newer.Name}.{member.Signature}", "is new and has to be implemented outside"))
        : [];
}
