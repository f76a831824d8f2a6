using System.Runtime.InteropServices;
using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.References;

/// <summary>The kernel is under everything and the SDK is under every agent: neither brings a package along.</summary>
public sealed class BaseClassLibraryOnlyRule : Rule<BuiltAssembly>
{
    protected override IEnumerable<BuiltAssembly> Subjects =>
        Repository.Assemblies.Where(assembly => assembly.Kind is ProjectKind.Kernel or ProjectKind.Sdk);

    protected override IEnumerable<(BuiltAssembly, string)> Violators =>
    [
        (Made.Assembly("Monolith.Kernel", ProjectKind.Kernel, "System.Runtime", "Microsoft.Extensions.Logging.Abstractions"), "uses Microsoft.Extensions"),
        (Made.Assembly("Monolith.Agents.Sdk", ProjectKind.Sdk, "System.CommandLine"), "uses System.CommandLine"),
    ];

    protected override IEnumerable<string> Violations(BuiltAssembly subject) =>
        subject.References
            .Where(reference => !File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), $"{reference}.dll")))
            .Select(reference => $"{subject.Name}: uses {reference}");
}
