using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Node.Testing;

/// <summary>The command that runs the tests, and where its results and coverage may lie afterwards.</summary>
internal sealed record NodeTestReports(
    string Program, IReadOnlyList<string> Arguments, IReadOnlyList<WrittenFile> Results, IReadOnlyList<WrittenFile> Coverage)
{
    /// <summary>Relative to the repository: where scripts that are their own runner leave results.</summary>
    public static IReadOnlyList<string> UsualResults { get; } =
        ["junit.xml", "test-results/junit.xml", "reports/junit.xml", "test-results.xml", "coverage/junit.xml"];

    private static readonly string[] UsualCoverage = ["coverage/lcov.info", "lcov.info"];

    public static NodeTestReports Prepare(NodeProject project, string script, string folder)
    {
        var results = Path.Combine(folder, "results.xml");
        var words = TestRunner.Words(script);
        if (TestRunner.Of(words) is { } runner && runner.Add(new TestCommand(words!, results, folder, project.HasPackage)) is { } command
            && (command[0] == "node" ? command[0] : project.Tool(command[0])) is { } program
            && (runner.Name != "jest" || project.HasPackage("jest-junit")))
        {
            return new NodeTestReports(
                program, [.. command.Skip(1)], [new WrittenFile(results), .. In(project, ["junit.xml"])], [new WrittenFile(Path.Combine(folder, "lcov.info"))]);
        }

        return new NodeTestReports(project.Manager.Program, ["test"], [.. In(project, UsualResults)], [.. In(project, UsualCoverage)]);
    }

    private static IEnumerable<WrittenFile> In(NodeProject project, IReadOnlyList<string> names) =>
        names.Select(name => new WrittenFile(Path.Combine(project.Job.Folder, name)));
}
