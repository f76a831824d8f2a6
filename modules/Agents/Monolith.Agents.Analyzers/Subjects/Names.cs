using Microsoft.CodeAnalysis;

namespace Monolith.Agents.Analyzers.Subjects;

internal static class Names
{
    /// <returns>Such as <c>System.Threading.Tasks.Task</c>: with its namespace, without type arguments.</returns>
    public static string Of(ITypeSymbol? type) => type is null ? ""
        : type.ContainingType is { } outer ? $"{Of(outer)}.{type.Name}"
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.Name}"
        : type.Name;

    /// <returns>Such as <c>System.Threading.Tasks.Task.Wait</c>.</returns>
    public static string Of(ISymbol member) => $"{Of(member.ContainingType)}.{member.Name}";

    public static bool IsToken(ITypeSymbol type) => Of(type) == "System.Threading.CancellationToken";
}
