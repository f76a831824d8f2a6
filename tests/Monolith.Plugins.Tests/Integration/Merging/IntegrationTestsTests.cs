namespace Monolith.Plugins.Tests.Integration.Merging;

/// <summary>Tests of merged trees.</summary>
public sealed class IntegrationTestsTests : IntegrationTestBase
{
    private const string JUnit = """
        <testsuites><testsuite><testcase name="a"/><testcase name="b"><failure message="boom"/></testcase><testcase name="c"><skipped/></testcase></testsuite></testsuites>
        """;

    [Fact]
    public async Task Test_MergedTree_SeesBothSidesAndMovesNothing()
    {
        Diverge();
        var before = Everything();

        var result = (await RunAsync("run_integration_tests", """
            { "source": "feature", "test": { "script": "test -f b.txt; test -f c.txt; touch made", "environment": { "X": "1" } } }
            """)).Succeeded();

        Assert.Equal(0, result.Metrics["tests.exit_code"]);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public async Task Test_FailingReport_IsCountedAndNamed()
    {
        Diverge();
        Commit("main", "Report", ("out/r.xml", JUnit));

        var result = await RunAsync("run_integration_tests", """{ "test": { "command": ["false"], "reports": ["out/*.xml"] } }""");

        result.FailedWith("TASK_EXECUTION_FAILED").Says("b: boom");
        Assert.Equal((3, 1, 1, 1), (result.Metrics["tests.total"], result.Metrics["tests.passed"], result.Metrics["tests.failed"], result.Metrics["tests.skipped"]));
    }

    [Fact]
    public async Task Test_ReportOfAFailureButExitCodeZero_FailsAllTheSame()
    {
        Commit("main", "Report", ("r.xml", JUnit));

        (await RunAsync("run_integration_tests", """{ "test": { "command": ["true"], "reports": ["*.xml"] } }""")).FailedWith("TASK_EXECUTION_FAILED");
    }

    [Fact]
    public async Task Test_NoReport_LeavesTheCountsOut()
    {
        Commit("main", "Report", ("r.xml", "no xml"));

        var result = (await RunAsync("run_integration_tests", """{ "test": { "command": ["true"], "reports": ["*.xml"] } }""")).Succeeded();

        Assert.DoesNotContain("tests.total", result.Metrics.Keys);
    }

    [Fact]
    public async Task Test_SecretNotDeclared_IsNamed()
    {
        Commit("main", "First", ("a.txt", "1"));

        (await RunAsync("run_integration_tests", """{ "test": { "command": ["true"], "secretEnvironment": { "X": "FEED" } } }"""))
            .FailedWith("TASK_VALIDATION_FAILED").Says("'FEED'");
    }
}
