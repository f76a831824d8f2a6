using Microsoft.AspNetCore.Http;

namespace Monolith.Plugins.Tests.Http;

public sealed class CheckActionTests : HttpTestBase
{
    protected override async Task AnswerAsync(HttpContext http)
    {
        http.Response.StatusCode = http.Request.Path == "/missing" ? 404 : 200;
        await http.Response.WriteAsync("body");
    }

    [Fact]
    public async Task Check_AllPass_CountsAndMeasures()
    {
        var checks = new object[]
        {
            new { name = "root", url = Url, repeat = 5 }, new { url = $"{Url}/missing", expect = new { status = 404 } },
        };

        var result = (await RunAsync("check", new { checks })).Succeeded();

        Assert.Equal((2, 0), (result.Metrics["checks.passed"], result.Metrics["checks.failed"]));
        Assert.Equal(6, Requests.Count);
        Assert.True(result.Metrics["p95_latency_ms"] >= result.Metrics["latency_ms.p50"]);
        Assert.Equal(404, (int)result.Outputs["status"]!);
        Assert.Equal("root", (string?)result.Outputs["checks"]![0]!["name"]);
    }

    [Fact]
    public async Task Check_SomeFail_AllAreMadeAndFailuresNamed()
    {
        var checks = new object[]
        {
            new { name = "first", url = $"{Url}/missing", repeat = 5 }, new { name = "second", url = Url },
            new { name = "third", url = Url, expect = new { bodyContains = "soul" } },
        };

        var result = await RunAsync("check", new { checks });

        var message = result.FailedWith("TASK_EXECUTION_FAILED").Message;
        Assert.StartsWith("2 of 3 checks failed", message, StringComparison.Ordinal);
        Assert.Contains("- first: expected status 200 to 299, got 404", message, StringComparison.Ordinal);
        Assert.Contains("- third: expected the body to contain 'soul'; the body was: body", message, StringComparison.Ordinal);
        Assert.Equal((1, 2), (result.Metrics["checks.passed"], result.Metrics["checks.failed"]));
        Assert.Equal(["GET /missing", "GET /", "GET /"], Requests);
    }

    [Fact]
    public async Task Check_NothingListens_IsRetryableNetworkError()
    {
        var result = await RunAsync("check", new { checks = new[] { new { url = "http://127.0.0.1:1" } } });

        Assert.True(result.FailedWith("NETWORK_ERROR").Retryable);
    }
}
