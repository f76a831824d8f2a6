using Microsoft.CodeAnalysis;

namespace Monolith.Agents.Analyzers.Subjects;

/// <summary>The rules are for plugins: assemblies with an agent. Tests of agents and libraries may do as they like.</summary>
internal static class AgentAssembly
{
    private const string Contract = "Monolith.Agents.Sdk.IAgent";

    /// <returns>The contract's interface; null when the compilation holds no agent.</returns>
    public static INamedTypeSymbol? ContractOf(Compilation compilation) =>
        compilation.GetTypeByMetadataName(Contract) is { } contract && HasAgent(compilation.Assembly.GlobalNamespace, contract) ? contract : null;

    public static bool IsAgent(INamedTypeSymbol type, INamedTypeSymbol contract) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false, DeclaredAccessibility: Accessibility.Public }
        && type.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default);

    private static bool HasAgent(INamespaceSymbol space, INamedTypeSymbol contract) =>
        space.GetTypeMembers().Any(type => IsAgent(type, contract)) || space.GetNamespaceMembers().Any(inner => HasAgent(inner, contract));
}
