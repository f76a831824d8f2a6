namespace Monolith.Plugins.Tests.Validation.Kinds;

/// <summary>With the system's own Python, which has coverage.py beside it.</summary>
public sealed class PythonTests : KindTestBase
{
    private const string SystemPython = "/usr/bin/python3";

    [Fact]
    public async Task Test_Unittest_CountsTestsAndCoverage()
    {
        WriteShop();

        var result = (await RunAsync("test")).Succeeded();

        Assert.Equal((3, 2, 1), (result.Metrics["tests.total"], result.Metrics["tests.passed"], result.Metrics["tests.skipped"]));
        Assert.Equal((75, 50), (result.Metrics["line_coverage"], result.Metrics["branch_coverage"]));
        Assert.Contains("test_adds", Artifact(result, "stage-results.junit.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_Failing_NamesTheTest()
    {
        WriteShop(expected: 4);

        var result = await RunAsync("test");

        result.FailedWith("TASK_EXECUTION_FAILED").Says("tests.test_price.PriceTests.test_adds: AssertionError: 3 != 4");
        Assert.Equal(1, result.Metrics["tests.failed"]);
    }

    [Fact]
    public async Task Test_RepositoryWantsPytest_IsUnknownWithoutIt()
    {
        WriteShop();
        Workspace.Write("source/pytest.ini", "[pytest]\n");

        var result = await RunAsync("test");

        result.FailedWith("INSUFFICIENT_RESOURCES").Says("program \"pytest\" was not found");
        Assert.Empty(result.Metrics);
    }

    [Fact]
    public async Task Build_SyntaxError_IsNamedWithItsPlace()
    {
        WriteShop();
        Workspace.Write("source/broken.py", "a = 1\ndef f(:\n");

        var result = await RunAsync("build");

        result.FailedWith("TASK_EXECUTION_FAILED").Says("- broken.py(2): ");
        Assert.Equal(1, result.Metrics["build.errors"]);
        Assert.False(Directory.Exists(Workspace.At("source/__pycache__")));
    }

    [Fact]
    public async Task Licenses_OfWhatIsRequired_AreListed()
    {
        WriteShop();
        Workspace.Write("source/requirements.txt", "# what it needs\ncoverage>=6\nno-such-thing==1\n");

        var result = (await RunAsync("licenses", new { deny = new[] { "GPL-3.0-only" } })).Succeeded();

        Assert.Equal(
            [("coverage", "Apache-2.0"), ("no-such-thing", null)],
            result.Outputs["licenses"]!.AsArray().Select(one => ((string)one!["name"]!, (string?)one["license"])));
        Assert.Equal(1, result.Metrics["licenses.denied"]);
    }

    [Fact]
    public async Task Format_NoLinter_IsUnknown()
    {
        WriteShop();

        var result = await RunAsync("format");

        result.FailedWith("INSUFFICIENT_RESOURCES").Says("\"ruff\" was not found");
        Assert.Empty(result.Metrics);
    }

    private void WriteShop(int expected = 3)
    {
        // The repository's environment is the system's Python, whatever other stands first on the PATH.
        Directory.CreateDirectory(Workspace.At("source/.venv/bin"));
        File.CreateSymbolicLink(Workspace.At("source/.venv/bin/python"), SystemPython);
        Workspace.Write("source/price.py", """
            def total(items):
                if not items:
                    return 0
                return sum(items)
            """);
        Workspace.Write("source/tests/__init__.py", "");
        Workspace.Write("source/tests/test_price.py", $"""
            import unittest
            import price


            class PriceTests(unittest.TestCase):
                def test_adds(self):
                    self.assertEqual(price.total([1, 2]), {expected})

                def test_rows(self):
                    for n in (1, 2):
                        with self.subTest(n=n):
                            self.assertEqual(price.total([n]), n)

                @unittest.skip("later")
                def test_later(self):
                    pass
            """);
    }
}
