using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Monolith.Agents.Analyzers.Subjects;

namespace Monolith.Agents.Analyzers.Rules;

/// <summary>MONO008: with a clock of its own an agent cannot be tested at another time, nor a run be done again.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LocalClockAnalyzer : AgentAnalyzer
{
    private static readonly DiagnosticDescriptor Found = Rule.Of("MONO008", "A clock of its own", "'{0}' is a clock of its own; use context.Time");

    private static readonly ImmutableHashSet<string> Clocks = ImmutableHashSet.Create(
        "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow");

    /// <summary>They take a TimeProvider, or go by the machine's clock.</summary>
    private static readonly ImmutableHashSet<string> Waits = ImmutableHashSet.Create(
        "System.Threading.Tasks.Task.Delay", "System.Threading.CancellationTokenSource..ctor", "System.Threading.PeriodicTimer..ctor",
        "System.Threading.Timer..ctor");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Found);

    private protected override void Register(CompilationStartAnalysisContext context, INamedTypeSymbol contract)
    {
        context.RegisterOperationAction(read => Report(read, ((IPropertyReferenceOperation)read.Operation).Property, Clocks.Contains), OperationKind.PropertyReference);
        context.RegisterOperationAction(call => Report(call, ((IInvocationOperation)call.Operation).TargetMethod, Waits.Contains), OperationKind.Invocation);
        context.RegisterOperationAction(
            made =>
            {
                if (((IObjectCreationOperation)made.Operation).Constructor is { } constructor)
                    Report(made, constructor, Waits.Contains);
            },
            OperationKind.ObjectCreation);
    }

    private static void Report(OperationAnalysisContext context, ISymbol symbol, Func<string, bool> isBanned)
    {
        var name = Names.Of(symbol);
        if (isBanned(name) && (symbol is not IMethodSymbol method || GoesByTheMachine(method)) && !IsEndless(context.Operation))
            context.ReportDiagnostic(Diagnostic.Create(Found, context.Operation.Syntax.GetLocation(), name.Replace("..ctor", "")));
    }

    private static bool GoesByTheMachine(IMethodSymbol method) =>
        method.Parameters.Any(parameter => Names.Of(parameter.Type) is "System.TimeSpan" or "System.Int32" or "System.Int64" or "System.UInt32")
        && !method.Parameters.Any(parameter => Names.Of(parameter.Type) == "System.TimeProvider");

    // To wait for a token alone needs no clock.
    private static bool IsEndless(IOperation operation) =>
        operation is IInvocationOperation call && call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: -1 }
            || (argument.Value is IFieldReferenceOperation field && Names.Of(field.Field) == "System.Threading.Timeout.InfiniteTimeSpan"));
}
