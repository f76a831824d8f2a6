using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Monolith.Agents.Analyzers.Subjects;

namespace Monolith.Agents.Analyzers.Rules;

/// <summary>MONO007: the process is the host's, and all stages share it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HostProcessAnalyzer : AgentAnalyzer
{
    private static readonly DiagnosticDescriptor Found = Rule.Of("MONO007", "The host's process instead of the stage's means", "'{0}' {1}");

    private static readonly ImmutableDictionary<string, string> Mends = new Dictionary<string, string>
    {
        ["System.Diagnostics.Process.Start"] = "starts a program that no sandbox confines and no time-out ends; use context.Programs",
        ["System.Environment.Exit"] = "ends the host; return AgentResult.Failure",
        ["System.Environment.FailFast"] = "ends the host; return AgentResult.Failure",
        ["System.Environment.SetEnvironmentVariable"] = "changes the environment of every stage; use ProgramSpec.Environment",
        ["System.IO.Directory.SetCurrentDirectory"] = "changes the folder of every stage; use paths below context.Workspace",
        ["System.Environment.CurrentDirectory"] = "changes the folder of every stage; use paths below context.Workspace",
    }.ToImmutableDictionary();

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Found);

    private protected override void Register(CompilationStartAnalysisContext context, INamedTypeSymbol contract)
    {
        context.RegisterOperationAction(call => Report(call, ((IInvocationOperation)call.Operation).TargetMethod), OperationKind.Invocation);
        context.RegisterOperationAction(
            set =>
            {
                if (((ISimpleAssignmentOperation)set.Operation).Target is IPropertyReferenceOperation { Property: var property })
                    Report(set, property);
            },
            OperationKind.SimpleAssignment);
    }

    private static void Report(OperationAnalysisContext context, ISymbol member)
    {
        if (Mends.TryGetValue(Names.Of(member), out var mend))
            context.ReportDiagnostic(Diagnostic.Create(Found, context.Operation.Syntax.GetLocation(), $"{member.ContainingType.Name}.{member.Name}", mend));
    }
}
