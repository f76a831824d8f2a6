using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Layout;

/// <summary>What is not in the solution is neither built nor tested by the commands of the README.</summary>
public sealed class SolutionHoldsEveryProjectRule : Rule<ProjectFile>
{
    private readonly SolutionFile solution = SolutionFile.Read();

    protected override IEnumerable<ProjectFile> Subjects => Repository.Projects;

    protected override IEnumerable<(ProjectFile, string)> Violators =>
        [(Made.Project("modules/Ghost/Monolith.Ghost/Monolith.Ghost.csproj", ""), "Monolith.Ghost.csproj is not in Monolith.sln")];

    protected override IEnumerable<string> Violations(ProjectFile subject) =>
        !solution.Holds(subject.Path) ? [$"{subject.Path} is not in Monolith.sln"]
        : new[] { "Debug", "Release" }
            .Where(configuration => !solution.Builds(subject.Path, configuration))
            .Select(configuration => $"{subject.Path} is not built in {configuration}");
}
