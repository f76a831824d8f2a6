using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Monolith.Agents.Analyzers.Subjects;

namespace Monolith.Agents.Analyzers.Rules;

/// <summary>MONO002: a thread that waits is one of the host's, and many stages that wait take all of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingWaitAnalyzer : AgentAnalyzer
{
    private static readonly DiagnosticDescriptor Found = Rule.Of("MONO002", "A thread that waits for a task", "'{0}' holds a thread of the host while it waits; await instead");

    private static readonly ImmutableHashSet<string> Waits = ImmutableHashSet.Create(
        "System.Threading.Tasks.Task.Result", "System.Threading.Tasks.ValueTask.Result",
        "System.Threading.Tasks.Task.Wait", "System.Threading.Tasks.Task.WaitAll", "System.Threading.Tasks.Task.WaitAny",
        "System.Runtime.CompilerServices.TaskAwaiter.GetResult", "System.Runtime.CompilerServices.ValueTaskAwaiter.GetResult",
        "System.Runtime.CompilerServices.ConfiguredTaskAwaitable.ConfiguredTaskAwaiter.GetResult",
        "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter.GetResult",
        "System.Threading.Thread.Sleep");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Found);

    private protected override void Register(CompilationStartAnalysisContext context, INamedTypeSymbol contract)
    {
        context.RegisterOperationAction(read => Report(read, ((IPropertyReferenceOperation)read.Operation).Property), OperationKind.PropertyReference);
        context.RegisterOperationAction(call => Report(call, ((IInvocationOperation)call.Operation).TargetMethod), OperationKind.Invocation);
    }

    private static void Report(OperationAnalysisContext context, ISymbol member)
    {
        if (Waits.Contains(Names.Of(member)))
            context.ReportDiagnostic(Diagnostic.Create(Found, context.Operation.Syntax.GetLocation(), $"{member.ContainingType.Name}.{member.Name}"));
    }
}
