namespace Monolith.Plugins.Tests.Validation;

public sealed class TestTests : ValidationTestBase
{
    private static readonly string[] Counts = ["tests.total", "tests.passed", "tests.failed", "tests.skipped"];

    private const string TestProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
            <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
            <PackageReference Include="xunit" Version="2.9.3" />
            <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
            {0}
          </ItemGroup>
        </Project>
        """;

    private const string Tests = """
        using Xunit;

        public class Tests
        {
            [Fact] public void Passes() { }
            [Fact] public void Fails() => Assert.Equal(4, Adder.Add(1, 2));
            [Fact(Skip = "later")] public void Skipped() { }
            [Theory, InlineData(1), InlineData(2)] public void Rows(int n) => Assert.NotEqual(2, n);
        }
        """;

    [Fact]
    public async Task Test_FailingTests_NamesThemAndKeepsTheFigures()
    {
        WriteTests("""<PackageReference Include="coverlet.collector" Version="10.0.1" />""");

        var result = await RunAsync("test", stage: "unit.tests");

        var message = result.FailedWith("TASK_EXECUTION_FAILED").Message;
        Assert.StartsWith("2 of 5 tests failed:", message, StringComparison.Ordinal);
        Assert.Contains("- Tests.Fails: Assert.Equal() Failure", message, StringComparison.Ordinal);
        Assert.Contains("- Tests.Rows(n: 2): ", message, StringComparison.Ordinal);
        Assert.Equal([5, 2, 2, 1], Counts.Select(name => result.Metrics[name]));
        var report = result.Artifacts.Single(artifact => artifact.Name == "unit_tests-results.trx");
        Assert.True(File.Exists(Workspace.At(report.Path)));
    }

    [Fact]
    [Trait("Length", "Long")]
    public async Task Test_NoCollector_LeavesCoverageOut()
    {
        WriteTests(collector: "");
        var context = Context("test");

        var result = await Stage.RunAsync(new Plugins.Validation.ValidationAgent(), context);

        Assert.Equal(5, result.Metrics["tests.total"]);
        Assert.False(result.Metrics.ContainsKey("line_coverage"));
        Assert.False(result.Metrics.ContainsKey("branch_coverage"));
        Assert.Contains("No coverage was measured", context.Lines.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_NoTestProject_Fails()
    {
        WriteLibrary();

        (await RunAsync("test")).FailedWith("TASK_EXECUTION_FAILED").Says("No test ran");
    }

    [Fact]
    public async Task Test_DoesNotBuild_NamesTheErrors()
    {
        WriteTests(collector: "");
        Workspace.Write("source/Broken.cs", "public class {");

        var result = await RunAsync("test");

        result.FailedWith("TASK_EXECUTION_FAILED").Says("CS1001");
        Assert.Empty(result.Metrics);
    }

    [Fact]
    [Trait("Length", "Long")]
    public async Task Test_EarlierExecutionCutShort_BuildsAgainWhatItLeftChanged()
    {
        WriteTests(collector: "");
        await RunAsync("build");
        Workspace.Write("source/bin/Debug/net10.0/Tests.dll", "left half-changed");
        Workspace.Write(".monolith/validation-under-way/stage/note", "");

        var result = await RunAsync("test", new { build = false });

        Assert.Equal(5, result.Metrics["tests.total"]);
        Assert.False(File.Exists(Workspace.At(".monolith/validation-under-way/stage/note")));
    }

    private void WriteTests(string collector)
    {
        Workspace.Write("source/Tests.csproj", TestProject.Replace("{0}", collector, StringComparison.Ordinal));
        Workspace.Write("source/Tests.cs", Tests);
        Workspace.Write("source/Adder.cs", "public static class Adder { public static int Add(int a, int b) => a + b; }");
    }
}
