using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Monolith.Agents.Analyzers.Subjects;

namespace Monolith.Agents.Analyzers.Rules;

/// <summary>MONO004: an agent that goes on after a time-out holds its run up, and is left behind in the end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedTokenAnalyzer : AgentAnalyzer
{
    private static readonly DiagnosticDescriptor Found = Rule.Of("MONO004", "An agent that never looks at its token", "ExecuteAsync does work that takes time and never looks at '{0}'; pass it on");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Found);

    private protected override void Register(CompilationStartAnalysisContext context, INamedTypeSymbol contract)
    {
        var method = contract.GetMembers("ExecuteAsync").Single();
        context.RegisterOperationBlockAction(block =>
        {
            if (block.OwningSymbol is IMethodSymbol { Parameters.Length: 2 } written
                && SymbolEqualityComparer.Default.Equals(written.ContainingType.FindImplementationForInterfaceMember(method), written)
                && All(block).ToList() is var all
                && all.Exists(operation => TakesTime(operation, written.Parameters[0]))
                && !all.Exists(operation => Is(operation, written.Parameters[1])))
                block.ReportDiagnostic(Diagnostic.Create(Found, written.Parameters[1].Locations[0], written.Parameters[1].Name));
        });
    }

    private static IEnumerable<IOperation> All(OperationBlockAnalysisContext block) => block.OperationBlocks.SelectMany(root => root.DescendantsAndSelf());

    private static bool Is(IOperation operation, IParameterSymbol parameter) =>
        operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter);

    // It waits, goes round, or hands the stage to somebody else whose result it waits for.
    private static bool TakesTime(IOperation operation, IParameterSymbol stage) => operation switch
    {
        IAwaitOperation or ILoopOperation => true,
        IInvocationOperation call => Names.Of(call.Type) == "System.Threading.Tasks.Task" && call.Arguments.Any(argument => Is(argument.Value, stage)),
        _ => false,
    };
}
