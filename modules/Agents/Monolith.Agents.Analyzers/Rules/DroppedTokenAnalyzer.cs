using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Monolith.Agents.Analyzers.Subjects;

namespace Monolith.Agents.Analyzers.Rules;

/// <summary>MONO003: what is not told of a cancellation goes on after it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedTokenAnalyzer : AgentAnalyzer
{
    private static readonly DiagnosticDescriptor Found = Rule.Of("MONO003", "A token that is not passed on", "'{0}' takes a token; pass '{1}' on, or CancellationToken.None where it has to go on");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Found);

    private protected override void Register(CompilationStartAnalysisContext context, INamedTypeSymbol contract) =>
        context.RegisterOperationAction(
            found =>
            {
                var call = (IInvocationOperation)found.Operation;
                if (IsAwaitable(call.TargetMethod.ReturnType) && TokenAtHand(call, found.ContainingSymbol) is { } token && LeavesOut(call))
                    found.ReportDiagnostic(Diagnostic.Create(Found, call.Syntax.GetLocation(), call.TargetMethod.Name, token.Name));
            },
            OperationKind.Invocation);

    private static bool IsAwaitable(ITypeSymbol type) => Names.Of(type) is "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask";

    // Of the lambda or local function it stands in, else of the method around.
    private static IParameterSymbol? TokenAtHand(IOperation call, ISymbol method)
    {
        for (var at = call.Parent; at is not null; at = at.Parent)
        {
            var inner = at switch { IAnonymousFunctionOperation lambda => lambda.Symbol, ILocalFunctionOperation local => local.Symbol, _ => null };
            if (inner?.Parameters.FirstOrDefault(IsToken) is { } token)
                return token;
            if (inner?.IsStatic == true)
                return null;
        }

        return (method as IMethodSymbol)?.Parameters.FirstOrDefault(IsToken);
    }

    private static bool IsToken(IParameterSymbol parameter) => Names.IsToken(parameter.Type);

    private static bool LeavesOut(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter is { } parameter && IsToken(parameter)) is { } given
            ? given.ArgumentKind == ArgumentKind.DefaultValue
            : call.TargetMethod.ContainingType.GetMembers(call.TargetMethod.Name).OfType<IMethodSymbol>().Any(other => IsTheSameWithAToken(call.TargetMethod, other));

    private static bool IsTheSameWithAToken(IMethodSymbol one, IMethodSymbol other) =>
        other.IsStatic == one.IsStatic
        && other.Arity == one.Arity
        && other.DeclaredAccessibility == Accessibility.Public
        && other.Parameters.Length == one.Parameters.Length + 1
        && IsToken(other.Parameters[other.Parameters.Length - 1])
        && one.OriginalDefinition.Parameters.Zip(other.OriginalDefinition.Parameters, (left, right) => SymbolEqualityComparer.Default.Equals(left.Type.OriginalDefinition, right.Type.OriginalDefinition)).All(same => same);
}
