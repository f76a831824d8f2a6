using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.References;

/// <summary>The direction of dependencies: module, other module's contracts, kernel. The host sees every module, nobody sees the host.</summary>
internal static class AllowedReferences
{
    private const string Kernel = "Monolith.Kernel";
    private const string AgentsSdk = "Monolith.Agents.Sdk";
    private const string Client = "Monolith.Client";

    /// <summary>References that follow from a package and not from the house; each with the only projects that may have it.</summary>
    private static readonly Dictionary<string, string[]> Exemptions = new(StringComparer.Ordinal)
    {
        // Stands in for a package that Marten needs.
        ["Patched.DistributedLock.Postgres"] = ["Monolith.Storage", "Monolith.Pipelines", "Monolith.Models", "Monolith.Access", "Monolith.Features", "Monolith.Secrets", "Monolith.Triggers", "Monolith.Agents"],
    };

    public static bool Has(string project, ProjectKind kind, string reference) =>
        Exemptions.TryGetValue(reference, out var exempt)
            ? exempt.Contains(project)
            : kind switch
            {
                ProjectKind.Kernel or ProjectKind.Sdk or ProjectKind.Program or ProjectKind.Client or ProjectKind.Analyzer => false,
                ProjectKind.Tool => reference is Client,
                ProjectKind.Worker => project == $"{reference}.Worker",
                ProjectKind.Contracts => reference is Kernel or AgentsSdk,
                ProjectKind.Implementation => reference is Kernel or AgentsSdk || IsContracts(reference) || reference == $"{project}.Sdk" || reference == $"{project}.Bridge",
                ProjectKind.Host => IsModule(reference),
                ProjectKind.Plugin or ProjectKind.Authoring => reference is AgentsSdk,
                _ => true,
            };

    private static bool IsContracts(string reference) => reference.EndsWith(".Contracts", StringComparison.Ordinal);

    private static bool IsModule(string reference) =>
        Repository.Projects.Any(project => project.Name == reference && project.Path.StartsWith("modules/", StringComparison.Ordinal));
}
