using System.Buffers;

namespace Monolith.Plugins.Validation.Node.Testing;

/// <summary>
/// A test runner of JavaScript: how its command is recognised in the script, and what is added so that it writes its results as JUnit
/// and its coverage as lcov.
/// </summary>
internal sealed record TestRunner(string Name, Func<TestCommand, IReadOnlyList<string>> Add)
{
    private static readonly SearchValues<char> ForAShell = SearchValues.Create("\"'`$&|;<>()*?[]{}\\~#%\n");

    private static readonly TestRunner[] Known =
    [
        new("node", command =>
        [
            .. command.Words.TakeWhile(word => word != "--test"), "--test", "--experimental-test-coverage",
            "--test-reporter=junit", $"--test-reporter-destination={command.Results}",
            "--test-reporter=lcov", $"--test-reporter-destination={command.Coverage}/lcov.info",
            "--test-reporter=spec", "--test-reporter-destination=stdout", .. command.Words.SkipWhile(word => word != "--test").Skip(1),
        ]),
        new("vitest", command =>
        [
            "vitest", "run", .. command.Words.Skip(1).Where(word => word is not ("run" or "--watch" or "watch")),
            "--reporter=default", "--reporter=junit", $"--outputFile.junit={command.Results}",
            .. command.HasPackage("@vitest/coverage-v8") || command.HasPackage("@vitest/coverage-istanbul")
                ? new[] { "--coverage.enabled", "--coverage.reportOnFailure", "--coverage.reporter=lcov", $"--coverage.reportsDirectory={command.Coverage}" }
                : [],
        ]),
        new("jest", command =>
        [
            .. command.Words.Where(word => word is not ("--watch" or "--watchAll")), "--ci", "--reporters=default", "--reporters=jest-junit",
            "--coverage", "--coverageReporters=lcovonly", $"--coverageDirectory={command.Coverage}",
        ]),
        new("mocha", command =>
        [
            .. command.HasPackage("c8") ? new[] { "c8", "--reporter=lcovonly", $"--reports-dir={command.Coverage}", "node_modules/.bin/mocha" } : ["mocha"],
            .. command.Words.Skip(1).Where(word => word is not ("-w" or "--watch")), "--reporter=xunit", "--reporter-option", $"output={command.Results}",
        ]),
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
