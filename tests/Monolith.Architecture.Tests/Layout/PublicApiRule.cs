using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Layout;

/// <summary>What others build against is written down in files that the build compares with the code.</summary>
public sealed class PublicApiRule : Rule<ProjectFile>
{
    private static readonly string[] Names = ["PublicAPI.Shipped.txt", "PublicAPI.Unshipped.txt"];

    protected override IEnumerable<ProjectFile> Subjects =>
        Repository.Projects.Where(project => project.Kind is ProjectKind.Sdk or ProjectKind.Contracts);

    protected override IEnumerable<(ProjectFile, string)> Violators =>
        [(Made.Project("modules/Ghost/Monolith.Ghost.Contracts/Monolith.Ghost.Contracts.csproj", ""), "Monolith.Ghost.Contracts has no PublicAPI.Shipped.txt")];

    protected override IEnumerable<string> Violations(ProjectFile subject)
    {
        var folder = subject.Path[..subject.Path.LastIndexOf('/')];
        return Names.Where(name => !Repository.Files.Contains($"{folder}/{name}")).Select(name => $"{folder} has no {name}");
    }
}
