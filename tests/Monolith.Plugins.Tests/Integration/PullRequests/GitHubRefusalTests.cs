using Microsoft.Extensions.Time.Testing;

namespace Monolith.Plugins.Tests.Integration.PullRequests;

/// <summary>What the server refuses.</summary>
public sealed class GitHubRefusalTests : GitHubTestBase
{
    [Theory]
    [InlineData(429, "retry-after", "90", 90)]
    [InlineData(403, "retry-after", "30", 30)]
    [InlineData(503, "retry-after", "Wed, 25 Nov 2026 10:02:00 GMT", 120)]
    [InlineData(429, "ratelimit-reset", "1795600810", 10)]
    [InlineData(429, "x-other", "1", 60)]
    public async Task RateLimit_WhateverItsForm_RetriesThen(int status, string header, string value, int seconds)
    {
        Forge.On(Find, """{ "message": "API rate limit exceeded for t0ken-of-the-stage" }""", status, (header, value));
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_795_600_800));
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero), time.GetUtcNow());

        var error = (await RunAsync(time: time)).FailedWith("NETWORK_ERROR");

        Assert.True(error.Retryable);
        Assert.Equal(TimeSpan.FromSeconds(seconds), error.RetryAfter);
    }

    [Theory]
    [InlineData(500, "NETWORK_ERROR", "500")]
    [InlineData(401, "TASK_EXECUTION_FAILED", "GITHUB_TOKEN")]
    [InlineData(422, "TASK_EXECUTION_FAILED", "No commits between")]
    [InlineData(301, "TASK_EXECUTION_FAILED", "redirects are not followed")]
    public async Task Refused_SaysWhy(int status, string code, string says)
    {
        Forge.On(Find, """{ "message": "No commits between main and feature" }""", status, ("Location", "http://127.0.0.1:1/"));

        (await RunAsync()).FailedWith(code).Says(says);
    }

    [Fact]
    public async Task Api_PlainHttpElsewhere_IsRefused() =>
        (await RunAsync(api: "http://example.org")).FailedWith("TASK_VALIDATION_FAILED").Says("'api'");
}
