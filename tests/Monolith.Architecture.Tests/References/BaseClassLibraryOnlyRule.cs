using System.Runtime.InteropServices;
using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.References;

/// <summary>The kernel is under everything, the SDK under every agent, the client in others' programs: none brings a package along.</summary>
public sealed class BaseClassLibraryOnlyRule : Rule<BuiltAssembly>
{
    protected override IEnumerable<BuiltAssembly> Subjects =>
        Repository.Assemblies.Where(assembly => assembly.Kind is ProjectKind.Kernel or ProjectKind.Sdk or ProjectKind.Client);

    protected override IEnumerable<(BuiltAssembly, string)> Violators =>
    [
        (Made.Assembly("Monolith.Kernel", ProjectKind.Kernel, "System.Runtime", "Microsoft.Extensions.Logging.Abstractions"), "uses Microsoft.Extensions"),
        (Made.Assembly("Monolith.Agents.Sdk", ProjectKind.Sdk, "System.CommandLine"), "uses System.CommandLine"),
        (Made.Assembly("Monolith.Client", ProjectKind.Client, "Polly.Core"), "uses Polly.Core"),
    ];

    protected override IEnumerable<string> Violations(BuiltAssembly subject) =>
        subject.References
            .Where(reference => !File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), $"{reference}.dll")))
            .Select(reference => $"{subject.Name}: uses {reference}");
}
