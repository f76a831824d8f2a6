using System.Collections.Immutable;
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Monolith.Agents.Analyzers.Subjects;

namespace Monolith.Agents.Analyzers.Rules;

/// <summary>MONO006: what listens on an object that lives as long as the host keeps the whole plugin in memory.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaticHandlerAnalyzer : AgentAnalyzer
{
    private static readonly DiagnosticDescriptor Found = Rule.Of(
        "MONO006", "A handler on a static event that is not taken off", "'{0}' lives as long as the host, and this handler keeps the plugin in memory; take it off with -= or do without", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>There is one of each, or one for the host.</summary>
    private static readonly ImmutableHashSet<string> LongLived = ImmutableHashSet.Create("System.AppDomain", "System.Runtime.Loader.AssemblyLoadContext");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Found);

    private protected override void Register(CompilationStartAnalysisContext context, INamedTypeSymbol contract)
    {
        var added = new ConcurrentBag<(ISymbol Event, Location At)>();
        var removed = new ConcurrentBag<ISymbol>();
        context.RegisterOperationAction(
            change =>
            {
                var assignment = (IEventAssignmentOperation)change.Operation;
                if (assignment.EventReference is not IEventReferenceOperation { Event: var source } || !IsLongLived(source, context.Compilation))
                    return;
                if (assignment.Adds)
                    added.Add((source, assignment.Syntax.GetLocation()));
                else
                    removed.Add(source);
            },
            OperationKind.EventAssignment);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var (source, at) in added.Where(add => !removed.Contains(add.Event, SymbolEqualityComparer.Default)))
                end.ReportDiagnostic(Diagnostic.Create(Found, at, $"{source.ContainingType.Name}.{source.Name}"));
        });
    }

    private static bool IsLongLived(IEventSymbol source, Compilation compilation) =>
        !SymbolEqualityComparer.Default.Equals(source.ContainingAssembly, compilation.Assembly)
        && (source.IsStatic || LongLived.Contains(Names.Of(source.ContainingType)));
}
