namespace Monolith.Plugins.Tests.Samples;

/// <summary>The samples as they lie beside the host, with every package feed taken away.</summary>
[Collection("builds")]
public sealed class SampleTests : IDisposable
{
    private readonly TestWorkspace workspace = new();
    private readonly SampleRun run;

    public SampleTests()
    {
        workspace.Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        run = new SampleRun(workspace);
    }

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task WebApp_WholePipeline_SucceedsWithNoNetwork()
    {
        await run.RunAsync(Sample("web-app.yaml"));

        Assert.Empty(run.Faults);
        Assert.Equal(
            ["archive", "build", "check", "clone", "publish", "repository", "style", "test"],
            run.Results.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(run.Results["test"].Metrics["line_coverage"], 85, 98);
        Assert.Equal(18, run.Results["test"].Metrics["tests.passed"]);
        Assert.Equal(4, run.Results["check"].Metrics["checks.passed"]);
        Assert.Equal((string?)run.Results["clone"].Outputs["commit"], (string?)run.Results["archive"].Outputs["commit"]);
        Assert.Empty(await ProcessesInWorkspaceAsync());
    }

    [Fact]
    public async Task GateFails_WholePipeline_StopsAtItsCoverageGate()
    {
        await run.RunAsync(Sample("web-app-gate-fails.yaml"));

        Assert.Equal("line_coverage >= 80", Assert.Single(run.Faults, fault => fault.Key == "test").Value);
        Assert.InRange(run.Results["test"].Metrics["line_coverage"], 50, 79.9);
        Assert.Equal(0, run.Results["test"].Metrics["tests.failed"]);
        Assert.DoesNotContain("publish", run.Results.Keys);
    }

    [Fact]
    public async Task Hello_BothStages_PassTheGreetingOn()
    {
        await run.RunAsync(Sample("hello.yaml"));

        Assert.Empty(run.Faults);
        Assert.Equal("Hello, world!", (string?)run.Results["greet"].Outputs["greeting"]);
    }

    private static string Sample(string name) => File.ReadAllText(Path.Combine(SampleRun.Folder, name));

    // Build servers, test hosts and the served application would have their working folder there.
    private async Task<IReadOnlyList<string>> ProcessesInWorkspaceAsync()
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        using var search = new System.Diagnostics.Process
        {
            StartInfo = new("sh", ["-c", "for p in /proc/[0-9]*; do readlink $p/cwd; done 2>/dev/null"])
            {
                RedirectStandardOutput = true,
            },
        };
        search.Start();
        var folders = await search.StandardOutput.ReadToEndAsync();
        await search.WaitForExitAsync();
        return [.. folders.Split('\n').Where(folder => folder.StartsWith(workspace.Folder, StringComparison.Ordinal))];
    }
}
