namespace Monolith.Plugins.Tests.Validation;

/// <summary>Against a feed of this machine that says of a package what the real one says.</summary>
public sealed class AuditTests : ValidationTestBase
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup><PackageReference Include="xunit.abstractions" Version="2.0.3" /></ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task Audit_VulnerablePackage_IsCounted()
    {
        await using var feed = await StartFeedAsync(hasAdvisories: true, vulnerable: true);

        var result = (await RunAsync("audit")).Succeeded();

        Assert.Equal((2, 1, 1), Counts(result));
        Assert.Equal("xunit.abstractions", (string?)result.Outputs["vulnerabilities"]![0]!["package"]);
    }

    [Fact]
    [Trait("Length", "Long")]
    public async Task Audit_NoneKnown_IsZero()
    {
        await using var feed = await StartFeedAsync(hasAdvisories: true, vulnerable: false);

        var result = (await RunAsync("audit")).Succeeded();

        Assert.Equal((0, 0, 0), Counts(result));
    }

    [Fact]
    public async Task Audit_FeedWithoutAdvisories_IsNotTakenForNone()
    {
        await using var feed = await StartFeedAsync(hasAdvisories: false, vulnerable: false);

        var result = await RunAsync("audit");

        result.FailedWith("TASK_EXECUTION_FAILED").Says("unknown");
        Assert.Empty(result.Metrics);
    }

    [Fact]
    [Trait("Length", "Long")]
    public async Task Audit_FolderAsFeed_IsNotTakenForNone()
    {
        await RestoreAsync();
        WriteFeed(Workspace.Folder);

        var result = await RunAsync("audit");

        result.FailedWith("TASK_EXECUTION_FAILED");
        Assert.Empty(result.Metrics);
    }

    /// <summary>Long because NuGet tries for half a minute; Build_FeedNotReached is its sister.</summary>
    [Fact]
    [Trait("Length", "Long")]
    public async Task Audit_FeedNotReached_IsRetryableNetworkError()
    {
        await RestoreAsync();
        WriteFeed("http://127.0.0.1:1/index.json");

        var result = await RunAsync("audit");

        Assert.True(result.FailedWith("NETWORK_ERROR").Retryable);
        Assert.Empty(result.Metrics);
    }

    private static (double All, double Critical, double High) Counts(AgentResult result) =>
        (result.Metrics["vulnerabilities"], result.Metrics["critical_vulns"], result.Metrics["high_vulns"]);

    private async Task<WebServer> StartFeedAsync(bool hasAdvisories, bool vulnerable)
    {
        await RestoreAsync();
        var feed = await FakeFeed.StartAsync(hasAdvisories, vulnerable);
        WriteFeed(feed.Url + "/index.json");
        return feed;
    }

    // Restored before the feed is set, as the feed of the test holds no package.
    private async Task RestoreAsync()
    {
        Workspace.Write("source/App.csproj", Project);
        var context = Context("audit");
        var restore = new ProgramSpec("dotnet", "restore") { WorkingFolder = "source" };
        Assert.Equal(0, (await context.Programs.RunAsync(restore, CancellationToken.None)).ExitCode);
    }

    private void WriteFeed(string address) => Workspace.Write("source/nuget.config", $"""
        <configuration>
          <packageSources>
            <clear />
            <add key="feed" value="{address}" allowInsecureConnections="true" />
          </packageSources>
        </configuration>
        """);
}
