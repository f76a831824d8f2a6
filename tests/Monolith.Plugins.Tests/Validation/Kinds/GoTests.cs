namespace Monolith.Plugins.Tests.Validation.Kinds;

/// <summary>Where Go is not installed. What its tools print is read in <see cref="Formats.TestResultFormatTests"/> and beside it.</summary>
public sealed class GoTests : KindTestBase
{
    public GoTests() => Workspace.Write("source/go.mod", "module example.com/shop\n\ngo 1.19\n");

    [Theory]
    [InlineData("build", "go")]
    [InlineData("test", "go")]
    [InlineData("format", "gofmt")]
    [InlineData("audit", "govulncheck")]
    [InlineData("licenses", "go")]
    public async Task Check_ProgramMissing_IsUnknown(string action, string program)
    {
        var result = await RunAsync(action);

        result.FailedWith("INSUFFICIENT_RESOURCES").Says($"program \"{program}\" was not found");
        Assert.Empty(result.Metrics);
    }

    [Fact]
    public async Task Report_ProgramMissing_SaysUnknown()
    {
        await RunAsync("test", stage: "test");

        var result = (await RunAsync("report", stage: "report")).Succeeded();

        Assert.Equal("unknown", (string?)result.Outputs["status"]);
        Assert.Equal(1, result.Metrics["checks.unknown"]);
        Assert.Contains("test (go): unknown: program \"go\" was not found", Artifact(result, "report-report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_ProgramMissing_FailsAndKeepsTheReport()
    {
        var result = await RunAsync("validate");

        result.FailedWith("INSUFFICIENT_RESOURCES").Says("build (go): unknown: program \"go\" was not found");
        Assert.Equal(5, result.Metrics["checks.unknown"]);
        Assert.False(result.Metrics.ContainsKey("line_coverage"));
        Assert.Equal(4, result.Artifacts.Count(artifact => artifact.Name.Contains("report.", StringComparison.Ordinal)));
    }
}
