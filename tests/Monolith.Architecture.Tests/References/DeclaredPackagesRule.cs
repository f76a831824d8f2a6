using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.References;

public sealed class DeclaredPackagesRule : Rule<ProjectFile>
{
    protected override IEnumerable<ProjectFile> Subjects => Repository.Projects.Where(project => project.IsProduction);

    protected override IEnumerable<(ProjectFile, string)> Violators =>
    [
        Violator("modules/Pipelines/Monolith.Pipelines/Monolith.Pipelines.csproj", "McMaster.NETCore.Plugins"),
        Violator("modules/Pipelines/Monolith.Pipelines/Monolith.Pipelines.csproj", "Hangfire.Core"),
        Violator("modules/Storage/Monolith.Storage/Monolith.Storage.csproj", "StackExchange.Redis"),
        Violator("host/Monolith.Host.csproj", "Marten"),
        Violator("plugins/Git/Monolith.Plugins.Git.csproj", "YamlDotNet"),
        Violator("modules/Agents/Monolith.Agents/Monolith.Agents.csproj", "NJsonSchema"),
        Violator("modules/Kernel/Monolith.Kernel/Monolith.Kernel.csproj", "Polly.Core"),
    ];

    protected override IEnumerable<string> Violations(ProjectFile subject) =>
        subject.PackageReferences
            .Where(package => subject.Kind is ProjectKind.Kernel or ProjectKind.Sdk or ProjectKind.Client || !PackageOwners.Allow(subject.Name, package))
            .Select(package => $"{subject.Path}: brings in {package}");

    private static (ProjectFile, string) Violator(string path, string package) => (Made.WithPackage(path, package), $"brings in {package}");
}
