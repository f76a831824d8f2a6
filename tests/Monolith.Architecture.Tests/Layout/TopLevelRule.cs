using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Layout;

/// <summary>The top level is what a newcomer reads first, so it is fixed.</summary>
public sealed class TopLevelRule : Rule<IReadOnlyList<string>>
{
    private static readonly string[] Fixed =
        ["host", "modules", "plugins", "tests", "build", "Monolith.sln", "build.cake", "Dockerfile", "README.md"];

    /// <summary>Found by tools at this place only, or made by the build.</summary>
    private static readonly string[] Allowed =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Solution.targets", "Directory.Packages.props", "global.json", "nuget.config", "artifacts"];

    protected override IEnumerable<IReadOnlyList<string>> Subjects =>
        [[.. Directory.GetFileSystemEntries(Repository.Root).Select(path => Path.GetFileName(path))]];

    protected override IEnumerable<(IReadOnlyList<string>, string)> Violators =>
    [
        ([.. Fixed, "scripts"], "scripts does not belong"),
        ([.. Fixed, "Monolith.slnx"], "Monolith.slnx does not belong"),
        (Fixed[1..], "host is missing"),
    ];

    protected override IEnumerable<string> Violations(IReadOnlyList<string> subject) =>
        subject.Except([.. Fixed, .. Allowed]).Where(name => name[0] != '.').Select(name => $"{name} does not belong at the top level")
            .Concat(Fixed.Except(subject).Select(name => $"{name} is missing at the top level"));
}
