using Monolith.Plugins.Validation.Node.Testing;

namespace Monolith.Plugins.Tests.Validation.Formats;

public sealed class TestRunnerTests
{
    [Theory]
    [InlineData("node --test tests", "node --test --experimental-test-coverage --test-reporter=junit --test-reporter-destination=R "
        + "--test-reporter=lcov --test-reporter-destination=C/lcov.info --test-reporter=spec --test-reporter-destination=stdout tests")]
    [InlineData("vitest --watch", "vitest run --reporter=default --reporter=junit --outputFile.junit=R "
        + "--coverage.enabled --coverage.reportOnFailure --coverage.reporter=lcov --coverage.reportsDirectory=C")]
    [InlineData("jest --watchAll src", "jest src --ci --reporters=default --reporters=jest-junit --coverage --coverageReporters=lcovonly --coverageDirectory=C")]
    [InlineData("mocha spec", "c8 --reporter=lcovonly --reports-dir=C node_modules/.bin/mocha spec --reporter=xunit --reporter-option output=R")]
    public void Add_KnownRunner_IsToldWhereItsReportsGo(string script, string command)
    {
        var words = TestRunner.Words(script)!;

        Assert.Equal(command, string.Join(' ', TestRunner.Of(words)!.Add(new TestCommand(words, "R", "C", _ => true))));
    }

    [Fact]
    public void Add_NoCoveragePackage_AsksForNone()
    {
        Assert.DoesNotContain(Added("vitest"), word => word.StartsWith("--coverage", StringComparison.Ordinal));
        Assert.Equal("mocha", Added("mocha")[0]);
    }

    [Theory]
    [InlineData("node test.js")]
    [InlineData("tsc && node --test")]
    [InlineData("NODE_ENV=test jest")]
    [InlineData("jest 'a b'")]
    [InlineData("jest $(rm -rf x)")]
    [InlineData("")]
    public void Of_NotOnePlainCommandOfARunner_IsNone(string script) => Assert.Null(TestRunner.Of(TestRunner.Words(script)));

    private static IReadOnlyList<string> Added(string script)
    {
        var words = TestRunner.Words(script)!;
        return TestRunner.Of(words)!.Add(new TestCommand(words, "R", "C", _ => false));
    }
}
