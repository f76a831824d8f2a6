using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Monolith.Agents.Analyzers.Subjects;

namespace Monolith.Agents.Analyzers.Rules;

/// <summary>MONO001: all runs share what is static, from many threads, and a new version of the plugin begins with none of it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaticStateAnalyzer : AgentAnalyzer
{
    private static readonly DiagnosticDescriptor Found = Rule.Of(
        "MONO001", "Static state that changes", "'{0}' is shared by all runs and threads, and lost when the plugin is replaced; keep state in the workspace or the result", WellKnownDiagnosticTags.CompilationEnd);

    private static readonly ImmutableHashSet<string> Changes = ImmutableHashSet.Create(
        "Add", "AddRange", "AddOrUpdate", "Append", "AppendLine", "Clear", "Dequeue", "Enqueue", "GetOrAdd", "Insert", "Pop", "Push", "Remove", "RemoveAll", "RemoveAt",
        "TryAdd", "TryDequeue", "TryPop", "TryRemove", "TryUpdate", "UnionWith");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Found);

    private protected override void Register(CompilationStartAnalysisContext context, INamedTypeSymbol contract)
    {
        context.RegisterSymbolAction(
            type =>
            {
                foreach (var field in ((INamedTypeSymbol)type.Symbol).GetMembers().OfType<IFieldSymbol>())
                    Report(type.ReportDiagnostic, field, isChanged: false);
            },
            SymbolKind.NamedType);
        var changed = new ConcurrentDictionary<ISymbol, byte>(SymbolEqualityComparer.Default);
        context.RegisterOperationAction(call => Note(changed, call.ContainingSymbol, ((IInvocationOperation)call.Operation).Instance, ((IInvocationOperation)call.Operation).TargetMethod), OperationKind.Invocation);
        context.RegisterOperationAction(
            set =>
            {
                if (((IAssignmentOperation)set.Operation).Target is IPropertyReferenceOperation { Property.IsIndexer: true } indexer)
                    Note(changed, set.ContainingSymbol, indexer.Instance, method: null);
            },
            OperationKind.SimpleAssignment,
            OperationKind.CompoundAssignment);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var field in changed.Keys)
                Report(end.ReportDiagnostic, (IFieldSymbol)field, isChanged: true);
        });
    }

    // Elements of an array are left out: most are tables, and writing to one looks like reading it.
    private static void Note(ConcurrentDictionary<ISymbol, byte> changed, ISymbol by, IOperation? instance, IMethodSymbol? method)
    {
        if (instance is IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field }
            && by is not IMethodSymbol { MethodKind: MethodKind.StaticConstructor }
            && (method is null || (Changes.Contains(method.Name) && !IsImmutable(field.Type))))
            changed.TryAdd(field, 0);
    }

    private static bool IsImmutable(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() == "System.Collections.Immutable";

    private static void Report(Action<Diagnostic> report, IFieldSymbol field, bool isChanged)
    {
        // A property that keeps its value has a field that nobody wrote.
        var written = field.AssociatedSymbol ?? field;
        if (field is { IsStatic: true, IsConst: false } && (isChanged || !field.IsReadOnly) && !written.IsImplicitlyDeclared && field.Type.Name is not "AsyncLocal")
            report(Diagnostic.Create(Found, written.Locations[0], written.Name));
    }
}
