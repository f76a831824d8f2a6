namespace Monolith.Plugins.Tests.Validation;

public sealed class FormatTests : ValidationTestBase
{
    [Fact]
    public Task Format_CleanFiles_NoViolations() => CleanAsync("whitespace");

    [Fact]
    public Task Format_Deviations_AreCounted() => DeviatingAsync("whitespace");

    /// <summary>Long because it loads all analyzers, twice; the two above are its sisters.</summary>
    [Fact]
    [Trait("Length", "Long")]
    public async Task Format_AllRules_CountsNoneInCleanFilesAndDeviations()
    {
        await CleanAsync("all");
        await DeviatingAsync("all");
    }

    [Fact]
    public async Task Format_Whitespace_WritesNothing()
    {
        WriteLibrary();
        var before = Directory.GetFileSystemEntries(Workspace.At("source"));

        (await RunAsync("format", new { scope = "whitespace" })).Succeeded();

        Assert.Equal(before.Order(), Directory.GetFileSystemEntries(Workspace.At("source")).Order());
    }

    [Fact]
    public async Task Format_ProjectThatCannotBeRead_LeavesTheMetricOut()
    {
        Workspace.Write("source/Library.csproj", "<Project");

        var result = await RunAsync("format");

        result.FailedWith("TASK_EXECUTION_FAILED");
        Assert.Empty(result.Metrics);
    }

    private async Task CleanAsync(string scope)
    {
        WriteLibrary(before: "public const int Zero = 0;");

        var result = (await RunAsync("format", new { scope })).Succeeded();

        Assert.Equal(0, result.Metrics["format.violations"]);
    }

    private async Task DeviatingAsync(string scope)
    {
        WriteLibrary();
        Workspace.Write("source/Bad.cs", "public class  Bad\n{\n  public int A ;\n}\n");

        var result = (await RunAsync("format", new { scope })).Succeeded();

        Assert.True(result.Metrics["format.violations"] >= 3);
        Assert.Contains(result.Artifacts, artifact => File.Exists(Workspace.At(artifact.Path)));
        Assert.Contains("Bad", await File.ReadAllTextAsync(Workspace.At("source", "Bad.cs")), StringComparison.Ordinal);
    }
}
