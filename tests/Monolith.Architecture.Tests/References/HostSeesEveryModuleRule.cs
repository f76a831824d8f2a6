using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.References;

public sealed class HostSeesEveryModuleRule : Rule<ProjectFile>
{
    protected override IEnumerable<ProjectFile> Subjects => Repository.Projects.Where(project => project.Kind == ProjectKind.Host);

    protected override IEnumerable<(ProjectFile, string)> Violators =>
        [(Made.Project("host/Monolith.Host.csproj", ""), $"does not refer to {Modules.First()}")];

    private static IEnumerable<string> Modules =>
        Repository.Projects.Where(project => project.Kind == ProjectKind.Implementation).Select(project => project.Name);

    protected override IEnumerable<string> Violations(ProjectFile subject) =>
        Modules.Except(subject.ProjectReferences).Select(module => $"{subject.Path}: does not refer to {module}");
}
