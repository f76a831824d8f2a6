namespace Monolith.Plugins.Tests.Validation;

public sealed class BuildTests : ValidationTestBase
{
    [Fact]
    public async Task Build_WithWarning_SucceedsAndCounts()
    {
        WriteLibrary(before: "private static int unused;");

        var result = (await RunAsync("build")).Succeeded();

        Assert.Equal(new Dictionary<string, double> { ["build.warnings"] = 1, ["build.errors"] = 0 }, result.Metrics);
        Assert.True(File.Exists(Workspace.At("source", "bin", "Release", "net10.0", "Library.dll")));
    }

    [Fact]
    public async Task Build_WithErrors_FailsNamingThem()
    {
        WriteLibrary(returns: "a + c + d");

        var result = await RunAsync("build");

        var error = result.FailedWith("TASK_EXECUTION_FAILED");
        error.Says("Adder.cs(4,48): CS0103: The name 'c' does not exist");
        Assert.Equal(2, result.Metrics["build.errors"]);
        Assert.False(error.Retryable);
    }

    [Fact]
    public async Task Build_FeedNotReached_IsRetryableNetworkError()
    {
        WriteLibrary();
        Workspace.Write("source/Library.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup><PackageReference Include="No.Such.Package" Version="1.0.0" /></ItemGroup>
            </Project>
            """);
        Workspace.Write("source/nuget.config", """
            <configuration>
              <packageSources><clear /><add key="none" value="https://127.0.0.1:1/index.json" /></packageSources>
            </configuration>
            """);

        var error = (await RunAsync("build")).FailedWith("NETWORK_ERROR");

        Assert.True(error.Retryable);
        error.Says("NU1301");
    }

    [Fact]
    public async Task Build_MalformedProject_SaysWhy()
    {
        Workspace.Write("source/Library.csproj", "<Project");

        (await RunAsync("build")).FailedWith("TASK_EXECUTION_FAILED").Says("MSB4025");
    }

    [Fact]
    public async Task Build_SeveralSolutions_AsksWhich()
    {
        Workspace.Write("source/A.slnx", "<Solution />");
        Workspace.Write("source/B.sln", "");

        var message = (await RunAsync("build")).FailedWith("TASK_VALIDATION_FAILED").Message;

        Assert.Contains("A.slnx, B.sln", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Missing.csproj", "WORKSPACE_ERROR")]
    [InlineData("../../Outside.csproj", "WORKSPACE_ERROR")]
    [InlineData("-t:Evil", "TASK_VALIDATION_FAILED")]
    [InlineData("Adder.cs", "TASK_VALIDATION_FAILED")]
    public async Task Build_BadProject_Refused(string project, string code)
    {
        WriteLibrary();
        File.WriteAllText(Path.Combine(Workspace.Outside, "Outside.csproj"), "");

        (await RunAsync("build", new { project })).FailedWith(code);
    }

    [Fact]
    public async Task Build_UnknownKindOfRepository_NamesTheKnownOnes()
    {
        Directory.CreateDirectory(Workspace.At("empty"));

        var message = (await RunAsync("build", new { path = "empty" })).FailedWith("WORKSPACE_ERROR").Message;

        Assert.Contains(".NET (*.slnx", message, StringComparison.Ordinal);
    }
}
