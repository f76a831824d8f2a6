using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Monolith.Agents.Analyzers;
using Monolith.Agents.Analyzers.Rules;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Tests.Analyzers;

/// <summary>A piece of an agent, compiled and looked at by all rules.</summary>
internal static class Snippet
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules =
        [.. typeof(LocalClockAnalyzer).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer))).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    private static readonly ImmutableArray<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "Microsoft.Win32.Primitives.dll"))
            .Append(typeof(IAgent).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>Members of an agent; when there is no ExecuteAsync among them, its body.</summary>
    public static string Agent(string code) => $$"""
        using System; using System.Collections.Generic; using System.Collections.Concurrent; using System.IO; using System.Linq; using System.Net.Http; using System.Text.Json;
        using System.Text.Json.Nodes; using System.Threading; using System.Threading.Tasks; using Monolith.Agents.Sdk;
        public sealed class ExampleAgent : IAgent
        {
            public AgentDescriptor Descriptor { get; } = new("example", "1.0.0", "An example.", []);
            {{(code.Contains("ExecuteAsync(", StringComparison.Ordinal) ? code : $"public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) {{ {code} }}")}}
        }
        """;

    /// <returns>The ids of what the rules report, in order and once each.</returns>
    public static async Task<string[]> ReportedAsync(string code)
    {
        var compilation = CSharpCompilation.Create("Example", [CSharpSyntaxTree.ParseText(code)], References, Options);
        Assert.Empty(compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        var found = await compilation.WithAnalyzers(Rules).GetAnalyzerDiagnosticsAsync();
        return [.. found.Select(one => one.Id).Distinct().Order(StringComparer.Ordinal)];
    }
}
