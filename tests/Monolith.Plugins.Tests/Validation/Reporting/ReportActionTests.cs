using Monolith.Plugins.Tests.Validation.Kinds;

namespace Monolith.Plugins.Tests.Validation.Reporting;

public sealed class ReportActionTests : KindTestBase
{
    public ReportActionTests()
    {
        Workspace.Write("source/package.json", """{ "name": "a", "version": "1.0.0", "scripts": { "test": "node --test" } }""");
        Workspace.Write("source/a.test.js", "require('node:test')('passes', () => {});\n");
    }

    [Fact]
    public async Task Report_AfterStages_HoldsEachOnce()
    {
        await RunAsync("build", stage: "build");
        await RunAsync("test", stage: "test");
        await RunAsync("test", stage: "test");

        var result = (await RunAsync("report", new { gates = new[] { "tests.failed == 0" } }, stage: "report")).Succeeded();

        Assert.Equal("passed", (string?)result.Outputs["status"]);
        Assert.Equal(["build/build", "test/test"], result.Outputs["checks"]!.AsObject().Select(check => check.Key));
        Assert.Equal((1, 0), (result.Metrics["tests.passed"], result.Metrics["checks.unknown"]));
        Assert.Equal(
            ["report-report.md", "report-report.json", "report-report.sarif", "report-report.junit.xml"], result.Artifacts.Select(artifact => artifact.Name));
        Assert.All(result.Artifacts, artifact => Assert.True(File.Exists(Workspace.At(artifact.Path))));
    }

    [Fact]
    public async Task Report_NothingBefore_IsRefused() =>
        (await RunAsync("report")).FailedWith("WORKSPACE_ERROR").Says("nothing to report");

    [Fact]
    public async Task Report_PartWasChanged_IsRefused()
    {
        Workspace.Write(".monolith/validation-sections/test/sections.json", """[{ "stage": "test" }]""");

        (await RunAsync("report")).FailedWith("WORKSPACE_ERROR").Says("Run the validation stages again");
    }

    [Fact]
    public async Task Validate_AllInOneStage_MeasuresAndReports()
    {
        var result = (await RunAsync("validate", new { allow = new[] { "MIT" } })).Succeeded();

        Assert.Equal(
            ["build: passed", "test: passed", "format: unknown", "audit: passed", "licenses: passed"],
            result.Outputs["checks"]!.AsObject().Select(check => $"{check.Key.Split('/')[1]}: {check.Value}"));
        Assert.Equal((0, 0, 1), (result.Metrics["critical_vulns"], result.Metrics["licenses.denied"], result.Metrics["tests.passed"]));
        Assert.False(result.Metrics.ContainsKey("format.violations"));
        Assert.Contains("format (node): unknown: program \"eslint\" was not found", Artifact(result, "stage-report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_TestsFail_FailsWithTheFigures()
    {
        Workspace.Write("source/b.test.js", "require('node:test')('fails', () => { throw new Error('no'); });\n");

        var result = await RunAsync("validate", new { checks = new[] { "build", "test" } });

        result.FailedWith("TASK_EXECUTION_FAILED").Says("test (node): failed: 1 of 2 tests failed");
        Assert.Equal((1, 1), (result.Metrics["tests.failed"], result.Metrics["checks.failed"]));
    }

    [Fact]
    public async Task Validate_BuildFails_RunsNoTests()
    {
        Workspace.Write("source/package.json", """{ "name": "a", "version": "1.0.0", "scripts": { "build": "exit 1", "test": "node --test" } }""");

        var result = await RunAsync("validate");

        result.FailedWith("TASK_EXECUTION_FAILED").Says("build (node): failed").Says("test (node): unknown: It was not run");
        Assert.False(result.Metrics.ContainsKey("tests.total"));
    }

    [Theory]
    [InlineData("""{ "checks": ["api"] }""", "'baseline'")]
    [InlineData("""{ "gates": ["coverage"] }""", "'gates'")]
    public async Task Validate_OddParameters_AreRefusedBeforeAnythingRuns(string parameters, string says)
    {
        var context = new TestContext { Action = "validate", Workspace = Workspace.Folder, Parameters = Stage.Json(parameters) };

        (await Stage.RunAsync(new Plugins.Validation.ValidationAgent(), context)).FailedWith("TASK_VALIDATION_FAILED").Says(says);

        Assert.Empty(context.RealPrograms.Started);
    }
}
