using System.Buffers;

namespace Monolith.Plugins.Validation.Node.Testing;

/// <summary>
/// A test runner of JavaScript: how its command is recognised in the script, and what is added so that it writes its results as JUnit
/// and its coverage as lcov.
/// </summary>
/// <param name="Add">The script's words, the file for results and the folder for coverage in; the words to run out.</param>
internal sealed record TestRunner(string Name, Func<IReadOnlyList<string>, string, string, IReadOnlyList<string>> Add)
{
    private static readonly SearchValues<char> ForAShell = SearchValues.Create("\"'`$&|;<>()*?[]{}\\~#%\n");

    private static readonly TestRunner[] Known =
    [
        new("node", (words, results, coverage) =>
        [
            .. words.TakeWhile(word => word != "--test"), "--test", "--experimental-test-coverage",
            "--test-reporter=junit", $"--test-reporter-destination={results}",
            "--test-reporter=lcov", $"--test-reporter-destination={coverage}/lcov.info",
            "--test-reporter=spec", "--test-reporter-destination=stdout", .. words.SkipWhile(word => word != "--test").Skip(1),
        ]),
        new("vitest", (words, results, coverage) =>
        [
            "vitest", "run", .. words.Skip(1).Where(word => word is not ("run" or "--watch" or "watch")),
            "--reporter=default", "--reporter=junit", $"--outputFile.junit={results}",
            "--coverage.enabled", "--coverage.reporter=lcov", $"--coverage.reportsDirectory={coverage}",
        ]),
        new("jest", (words, results, coverage) =>
        [
            .. words.Where(word => word is not ("--watch" or "--watchAll")), "--ci", "--reporters=default", "--reporters=jest-junit",
            "--coverage", "--coverageReporters=lcovonly", $"--coverageDirectory={coverage}",
        ]),
        new("mocha", (words, results, coverage) =>
            ["c8", "--reporter=lcovonly", $"--reports-dir={coverage}", .. words, "--reporter=xunit", "--reporter-option", $"output={results}"]),
    ];

    /// <summary>Null where the script is more than one plain command, or one of another runner.</summary>
    public static TestRunner? Of(IReadOnlyList<string>? words) => words is { Count: > 0 }
        ? Array.Find(Known, runner => runner.Name == words[0] && (runner.Name != "node" || words.Contains("--test")))
        : null;

    /// <summary>The words of a script that is one plain command: with no quotes, variables, pipes or further commands. Else null.</summary>
    public static IReadOnlyList<string>? Words(string script)
    {
        var words = script.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isPlain = words.Length > 0 && !words[0].Contains('=', StringComparison.Ordinal)
            && !script.AsSpan().ContainsAny(ForAShell);
        return isPlain ? words : null;
    }
}
