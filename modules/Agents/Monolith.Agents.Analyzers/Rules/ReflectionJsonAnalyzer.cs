using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Monolith.Agents.Analyzers.Subjects;

namespace Monolith.Agents.Analyzers.Rules;

/// <summary>MONO005: JSON by reflection leaves types in caches of .NET, and with them the whole plugin in memory.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReflectionJsonAnalyzer : AgentAnalyzer
{
    private static readonly DiagnosticDescriptor Found = Rule.Of(
        "MONO005", "JSON by reflection of the plugin's own types", "'{0}' leaves '{1}' in caches of .NET, so the plugin cannot be unloaded; use a JsonSerializerContext or JsonNode");

    private static readonly ImmutableHashSet<string> Serializers = ImmutableHashSet.Create(
        "System.Text.Json.JsonSerializer", "System.Net.Http.Json.HttpClientJsonExtensions", "System.Net.Http.Json.HttpContentJsonExtensions",
        "System.Net.Http.Json.JsonContent", "Newtonsoft.Json.JsonConvert");

    private static readonly ImmutableHashSet<string> Generated = ImmutableHashSet.Create(
        "System.Text.Json.Serialization.Metadata.JsonTypeInfo", "System.Text.Json.Serialization.JsonSerializerContext");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Found);

    private protected override void Register(CompilationStartAnalysisContext context, INamedTypeSymbol contract) =>
        context.RegisterOperationAction(
            found =>
            {
                var call = (IInvocationOperation)found.Operation;
                var method = call.TargetMethod;
                if (Serializers.Contains(Names.Of(method.ContainingType))
                    && !method.Parameters.Any(parameter => Generated.Contains(Names.Of(parameter.Type)))
                    && Types(call).Select(type => OwnIn(type, context.Compilation)).FirstOrDefault(own => own is not null) is { } type)
                    found.ReportDiagnostic(Diagnostic.Create(Found, call.Syntax.GetLocation(), $"{method.ContainingType.Name}.{method.Name}", type.IsAnonymousType ? "an anonymous type" : type.Name));
            },
            OperationKind.Invocation);

    // What it is told to be, what is given as object, and typeof().
    private static IEnumerable<ITypeSymbol> Types(IInvocationOperation call) =>
        call.TargetMethod.TypeArguments
            .Concat(call.Arguments.Select(argument => argument.Value).Select(value => value switch
            {
                IConversionOperation { Operand.Type: { } operand } => operand,
                ITypeOfOperation named => named.TypeOperand,
                _ => null,
            }).OfType<ITypeSymbol>());

    private static ITypeSymbol? OwnIn(ITypeSymbol type, Compilation compilation) => type switch
    {
        IArrayTypeSymbol array => OwnIn(array.ElementType, compilation),
        INamedTypeSymbol { IsAnonymousType: true } => type,
        INamedTypeSymbol named when SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, compilation.Assembly) => named,
        INamedTypeSymbol named => named.TypeArguments.Select(argument => OwnIn(argument, compilation)).FirstOrDefault(own => own is not null),
        _ => null,
    };
}
