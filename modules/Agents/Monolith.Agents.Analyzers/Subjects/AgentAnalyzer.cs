using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Monolith.Agents.Analyzers.Subjects;

/// <summary>Looks at plugins only, at what people wrote only.</summary>
public abstract class AgentAnalyzer : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (AgentAssembly.ContractOf(start.Compilation) is { } contract)
                Register(start, contract);
        });
    }

    private protected abstract void Register(CompilationStartAnalysisContext context, INamedTypeSymbol contract);
}
