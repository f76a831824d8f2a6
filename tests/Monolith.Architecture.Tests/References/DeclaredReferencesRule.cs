using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.References;

public sealed class DeclaredReferencesRule : Rule<ProjectFile>
{
    protected override IEnumerable<ProjectFile> Subjects => Repository.Projects.Where(project => project.IsProduction);

    protected override IEnumerable<(ProjectFile, string)> Violators =>
    [
        Violator("modules/Live/Monolith.Live/Monolith.Live.csproj", "Monolith.Pipelines"),
        Violator("modules/Live/Monolith.Live.Contracts/Monolith.Live.Contracts.csproj", "Monolith.Pipelines.Contracts"),
        Violator("modules/Live/Monolith.Live/Monolith.Live.csproj", "Patched.DistributedLock.Postgres"),
        Violator("modules/Live/Monolith.Live/Monolith.Live.csproj", "Monolith.Host"),
        Violator("modules/Kernel/Monolith.Kernel/Monolith.Kernel.csproj", "Monolith.Agents.Sdk"),
        Violator("modules/Agents/Monolith.Agents.Sdk/Monolith.Agents.Sdk.csproj", "Monolith.Kernel"),
        Violator("modules/Client/Monolith.Client/Monolith.Client.csproj", "Monolith.Kernel"),
        Violator("modules/Client/Monolith.Cli/Monolith.Cli.csproj", "Monolith.Pipelines.Contracts"),
        Violator("plugins/Git/Monolith.Plugins.Git.csproj", "Monolith.Agents.Contracts"),
        Violator("modules/Agents/Monolith.Agents.Testing/Monolith.Agents.Testing.csproj", "Monolith.Kernel"),
        Violator("modules/Agents/Monolith.Agents.Analyzers/Monolith.Agents.Analyzers.csproj", "Monolith.Agents.Sdk"),
        Violator("host/Monolith.Host.csproj", Repository.Projects.First(project => project.Kind == ProjectKind.Plugin).Name),
    ];

    protected override IEnumerable<string> Violations(ProjectFile subject) =>
        subject.ProjectReferences
            .Where(reference => !AllowedReferences.Has(subject.Name, subject.Kind, reference))
            .Select(reference => $"{subject.Path}: refers to {reference}");

    private static (ProjectFile, string) Violator(string path, string reference) => (Made.WithReference(path, reference), $"refers to {reference}");
}
