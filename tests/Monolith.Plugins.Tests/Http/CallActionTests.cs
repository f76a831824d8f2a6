using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Monolith.Plugins.Http;

namespace Monolith.Plugins.Tests.Http;

public sealed class CallActionTests : HttpTestBase
{
    private readonly TaskCompletionSource hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected override async Task AnswerAsync(HttpContext http)
    {
        switch (http.Request.Path.Value)
        {
            case "/items":
                http.Response.ContentType = "application/json";
                await http.Response.WriteAsync("""{ "items": [{ "name": "tea", "price": 3.0 }], "next": null }""");
                break;
            case "/echo":
                http.Response.Headers["X-Type"] = http.Request.ContentType;
                http.Response.Headers["X-Key"] = http.Request.Headers["X-Key"];
                await http.Request.Body.CopyToAsync(http.Response.Body);
                break;
            case "/moved":
                http.Response.Redirect("/items");
                break;
            case "/broken":
                http.Response.StatusCode = 500;
                await http.Response.WriteAsync(new string('x', 2_000));
                break;
            case "/busy":
                http.Response.StatusCode = int.Parse(http.Request.Query["status"]!, System.Globalization.CultureInfo.InvariantCulture);
                http.Response.Headers.RetryAfter = http.Request.Query["after"];
                break;
            case "/large":
                await http.Response.Body.WriteAsync(new byte[8 * 1024 * 1024]);
                break;
            case "/hangs":
                hanging.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case "/cuts":
                http.Response.ContentLength = 100;
                await http.Response.WriteAsync("half");
                await http.Response.Body.FlushAsync();
                http.Abort();
                break;
        }
    }

    [Fact]
    public async Task Call_Ok_GivesStatusBodyAndLatency()
    {
        var result = (await RunAsync("call", new { url = $"{Url}/items" })).Succeeded();

        Assert.Equal(200, (int)result.Outputs["status"]!);
        Assert.Equal("tea", (string?)result.Outputs["json"]!["items"]![0]!["name"]);
        Assert.Equal("application/json", (string?)result.Outputs["headers"]!["content-type"]);
        Assert.Equal((1, 0), (result.Metrics["checks.passed"], result.Metrics["checks.failed"]));
        Assert.True(result.Metrics["p95_latency_ms"] > 0);
        Assert.Equal(result.Metrics["p95_latency_ms"], result.Metrics["latency_ms.p50"]);
    }

    [Fact]
    public async Task Call_Body_SentAsTextOrJson()
    {
        var (url, key) = ($"{Url}/echo", new Dictionary<string, object> { ["X-Key"] = 7 });
        var xml = new Dictionary<string, object> { ["content-type"] = "text/xml" };

        var text = (await RunAsync("call", new { method = "post", url, body = "plain", headers = key })).Succeeded();
        var json = (await RunAsync("call", new { method = "POST", url, body = new { a = 1 } })).Succeeded();
        var typed = (await RunAsync("call", new { method = "PUT", url, body = "<a/>", headers = xml })).Succeeded();

        Assert.Equal(("plain", "text/plain; charset=utf-8", "7"), Echo(text));
        Assert.Equal(("""{"a":1}""", "application/json", ""), Echo(json));
        Assert.Equal(("<a/>", "text/xml", ""), Echo(typed));
    }

    [Fact]
    public async Task Call_EverythingExpected_Passes()
    {
        var expect = new
        {
            status = new[] { 200, 201 },
            bodyContains = "tea",
            json = new object[]
            {
                new { path = "items[0].price", equals = 3 },
                new { path = "$.items[0].name", equals = "tea" },
                new { path = "next", equals = (string?)null },
            },
            maxMs = 60_000,
        };

        (await RunAsync("call", new { url = $"{Url}/items", expect })).Succeeded();
    }

    [Fact]
    public async Task Call_NothingAsExpected_NamesAllWithActualValues()
    {
        var expect = new
        {
            status = 404,
            bodyContains = "coffee",
            json = new object[] { new { path = "items[0].price", equals = 4 }, new { path = "items[7].name", equals = "tea" } },
            maxMs = 0,
        };

        var result = await RunAsync("call", new { url = $"{Url}/items", expect });

        var message = result.FailedWith("TASK_EXECUTION_FAILED").Message;
        Assert.Contains("expected status 404, got 200", message, StringComparison.Ordinal);
        Assert.Contains("expected the body to contain 'coffee'", message, StringComparison.Ordinal);
        Assert.Contains("expected items[0].price to be 4, it is 3.0", message, StringComparison.Ordinal);
        Assert.Contains("expected items[7].name to be \"tea\", it is missing", message, StringComparison.Ordinal);
        Assert.Contains("expected an answer within 0 ms, it took ", message, StringComparison.Ordinal);
        Assert.Equal(1, result.Metrics["checks.failed"]);
    }

    [Fact]
    public async Task Call_LongBody_IsCutInTheMessage()
    {
        var message = (await RunAsync("call", new { url = $"{Url}/broken" })).FailedWith("TASK_EXECUTION_FAILED").Message;

        Assert.Contains("expected status 200 to 299, got 500", message, StringComparison.Ordinal);
        Assert.Equal(500, message.Split("the body was: ")[1].Count(letter => letter == 'x'));
    }

    [Theory]
    [InlineData(429, "17", 17)]
    [InlineData(503, "0", 0)]
    [InlineData(503, "Thu, 02 Jan 2025 00:01:30 GMT", 90)]
    [InlineData(503, "Wed, 01 Jan 2025 00:00:00 GMT", 0)]
    public async Task Call_ServerAsksToComeLater_IsRetryableAfterThatTime(int status, string after, int seconds)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 1, 2, 0, 0, 0, TimeSpan.Zero));

        var result = await Stage.RunAsync(new HttpAgent(), Context("call", new { url = $"{Url}/busy?status={status}&after={after}" }, time));

        var error = result.FailedWith("TASK_EXECUTION_FAILED").Says($"got {status}");
        Assert.Equal((true, TimeSpan.FromSeconds(seconds)), (error.Retryable, error.RetryAfter));
    }

    [Theory]
    [InlineData(503, "soon")]
    [InlineData(503, "")]
    [InlineData(500, "17")]
    public async Task Call_ServerDoesNotAskToComeLater_IsNotRetryable(int status, string after)
    {
        var error = (await RunAsync("call", new { url = $"{Url}/busy?status={status}&after={after}" })).FailedWith("TASK_EXECUTION_FAILED");

        Assert.Equal((false, null), (error.Retryable, error.RetryAfter));
    }

    [Fact]
    public async Task Call_LargeBody_StaysWithinTheOutputs()
    {
        var result = (await RunAsync("call", new { url = $"{Url}/large" })).Succeeded();

        Assert.True(result.Outputs.ToJsonString().Length < 256 * 1024);
    }

    [Theory]
    [InlineData(false, 302)]
    [InlineData(true, 200)]
    public async Task Call_Redirect_FollowedOnlyWhenAsked(bool redirects, int status) =>
        (await RunAsync("call", new { url = $"{Url}/moved", redirects, expect = new { status } })).Succeeded();

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://nowhere.invalid/")]
    public async Task Call_ServerNotReached_IsRetryableNetworkError(string url)
    {
        var result = await RunAsync("call", new { url });

        Assert.True(result.FailedWith("NETWORK_ERROR").Retryable);
        Assert.False(result.Metrics.ContainsKey("p95_latency_ms"));
    }

    [Fact]
    public async Task Call_PasswordInUrl_IsInNoMessage()
    {
        var error = (await RunAsync("call", new { url = "http://ada:s3cret@127.0.0.1:1/a" })).FailedWith("NETWORK_ERROR");

        Assert.DoesNotContain("s3cret", error.Says("http://127.0.0.1:1/a").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_AnswerCutOff_IsNetworkError() =>
        (await RunAsync("call", new { url = $"{Url}/cuts" })).FailedWith("NETWORK_ERROR");

    [Fact]
    public async Task Call_HangingServer_TimesOutByTheClock()
    {
        var time = new FakeTimeProvider();
        var call = Stage.RunAsync(new HttpAgent(), Context("call", new { url = $"{Url}/hangs", timeout = "5m" }, time));

        await hanging.Task.WaitAsync(TimeSpan.FromMinutes(1));
        time.Advance(TimeSpan.FromMinutes(5));

        (await call).FailedWith("TASK_TIMEOUT").Says("within 5m");
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    [InlineData("gopher://x")]
    public async Task Call_NoWebAddress_Refused(string url) =>
        (await RunAsync("call", new { url })).FailedWith("TASK_VALIDATION_FAILED");

    [Theory]
    [InlineData("X-A", "b\r\nX-Injected: 1")]
    [InlineData("X-A: b\r\nX-Injected", "1")]
    [InlineData("X A", "1")]
    public async Task Call_HeaderInjection_Refused(string name, string value)
    {
        var headers = new Dictionary<string, string> { [name] = value };

        (await RunAsync("call", new { url = $"{Url}/items", headers })).FailedWith("TASK_VALIDATION_FAILED");

        Assert.Empty(Requests);
    }

    [Theory]
    [InlineData("""{ }""")]
    [InlineData("""{ "url": "http://x", "timeout": "soon" }""")]
    [InlineData("""{ "url": "http://x", "expect": { "status": "200" } }""")]
    [InlineData("""{ "url": "http://x", "expect": { "json": [{ "path": "a" }] } }""")]
    [InlineData("""{ "url": "http://x", "expected": {} }""")]
    public async Task Schema_BadParameters_Refused(string parameters) =>
        Assert.NotEmpty(await Stage.FaultsAsync(new HttpAgent(), "call", parameters));

    private static (string? Body, string? Type, string? Key) Echo(AgentResult result) =>
        ((string?)result.Outputs["body"], Header(result, "x-type"), Header(result, "x-key"));

    private static string? Header(AgentResult result, string name) => (string?)result.Outputs["headers"]![name] ?? "";
}
