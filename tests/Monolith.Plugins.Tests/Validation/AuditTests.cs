using System.Text.Json;
using Microsoft.AspNetCore.Http;

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

        Assert.Equal((2, 1, 1), (result.Metrics["vulnerabilities"], result.Metrics["critical_vulns"], result.Metrics["high_vulns"]));
        Assert.Equal("xunit.abstractions", (string?)result.Outputs["vulnerabilities"]![0]!["package"]);
    }

    [Fact]
    public async Task Audit_NoneKnown_IsZero()
    {
        await using var feed = await StartFeedAsync(hasAdvisories: true, vulnerable: false);

        var result = (await RunAsync("audit")).Succeeded();

        Assert.Equal((0, 0, 0), (result.Metrics["vulnerabilities"], result.Metrics["critical_vulns"], result.Metrics["high_vulns"]));
    }

    [Fact]
    public async Task Audit_FeedWithoutAdvisories_IsNotTakenForNone()
    {
        await using var feed = await StartFeedAsync(hasAdvisories: false, vulnerable: false);

        var result = await RunAsync("audit");

        Assert.Contains("unknown", result.FailedWith("TASK_EXECUTION_FAILED").Message, StringComparison.Ordinal);
        Assert.Empty(result.Metrics);
    }

    [Fact]
    public async Task Audit_FolderAsFeed_IsNotTakenForNone()
    {
        await RestoreAsync();
        Workspace.Write("source/nuget.config", $"""
            <configuration><packageSources><clear /><add key="folder" value="{Workspace.Folder}" /></packageSources></configuration>
            """);

        var result = await RunAsync("audit");

        result.FailedWith("TASK_EXECUTION_FAILED");
        Assert.Empty(result.Metrics);
    }

    [Fact]
    public async Task Audit_FeedNotReached_IsRetryableNetworkError()
    {
        await RestoreAsync();
        WriteFeed("http://127.0.0.1:1/index.json");

        var result = await RunAsync("audit");

        Assert.True(result.FailedWith("NETWORK_ERROR").Retryable);
        Assert.Empty(result.Metrics);
    }

    private async Task<WebServer> StartFeedAsync(bool hasAdvisories, bool vulnerable)
    {
        await RestoreAsync();
        var feed = await WebServer.StartAsync(http => AnswerAsync(http, hasAdvisories, vulnerable));
        WriteFeed(feed.Url + "/index.json");
        return feed;
    }

    // Restored before the feed is set, as the feed of the test holds no package.
    private async Task RestoreAsync()
    {
        Workspace.Write("source/App.csproj", Project);
        (await RunAsync("build")).Succeeded();
    }

    private void WriteFeed(string url) => Workspace.Write("source/nuget.config", $"""
        <configuration><packageSources><clear /><add key="feed" value="{url}" allowInsecureConnections="true" /></packageSources></configuration>
        """);

    private static async Task AnswerAsync(HttpContext http, bool hasAdvisories, bool vulnerable)
    {
        var url = $"http://{http.Request.Host}";
        var vulnerabilities = vulnerable
            ? new[] { new { advisoryUrl = "https://example.org/1", severity = "2" }, new { advisoryUrl = "https://example.org/2", severity = "3" } }
            : [];
        object? answer = http.Request.Path.Value switch
        {
            "/index.json" => new
            {
                version = "3.0.0",
                resources = new[] { ("/registration/", "RegistrationsBaseUrl/3.6.0"), ("/flat/", "PackageBaseAddress/3.0.0"), ("/vulnerabilities.json", "VulnerabilityInfo/6.7.0") }
                    .Where(resource => hasAdvisories || resource.Item1 != "/vulnerabilities.json")
                    .Select(resource => new Dictionary<string, string> { ["@id"] = url + resource.Item1, ["@type"] = resource.Item2 }),
            },
            "/vulnerabilities.json" => Array.Empty<object>(),
            "/registration/xunit.abstractions/index.json" => new
            {
                count = 1,
                items = new[]
                {
                    new
                    {
                        count = 1,
                        lower = "2.0.3",
                        upper = "2.0.3",
                        items = new[]
                        {
                            new
                            {
                                packageContent = url + "/p.nupkg",
                                catalogEntry = new { id = "xunit.abstractions", version = "2.0.3", listed = true, vulnerabilities },
                            },
                        },
                    },
                },
            },
            _ => null,
        };
        http.Response.StatusCode = answer is null ? 404 : 200;
        if (answer is not null)
        {
            await http.Response.WriteAsync(JsonSerializer.Serialize(answer));
        }
    }
}
