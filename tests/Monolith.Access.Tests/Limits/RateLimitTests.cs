using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Limits;

public sealed class RateLimitTests(LimitedHostFixture limited) : IClassFixture<LimitedHostFixture>
{
    [Fact]
    public async Task Ask_TooOften_Is429ForThatCallerUntilRetryAfter()
    {
        using var busy = await limited.ClientOfAsync("busy", "viewer");
        using var second = await limited.ClientOfAsync("busy", "viewer");
        using var calm = await limited.ClientOfAsync("calm", "viewer");
        using var first = await busy.Http.GetAsync("/api/v1/runs");
        for (var i = 1; i < LimitedHostFixture.PerCaller; i++)
            Assert.Equal(200, await second.StatusAsync("/api/v1/runs"));

        using var refused = await busy.Http.GetAsync("/api/v1/runs");

        Assert.Equal("\"caller\";q=20;w=3600", Assert.Single(first.Headers.GetValues("RateLimit-Policy")));
        Assert.Matches("^\"caller\";r=19;t=[0-9]+$", Assert.Single(first.Headers.GetValues("RateLimit")));
        Assert.Matches("^\"caller\";r=0;t=[0-9]+$", Assert.Single(refused.Headers.GetValues("RateLimit")));
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 7_200);
        Assert.Contains("RATE_LIMIT_EXCEEDED", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(200, await calm.StatusAsync("/api/v1/runs"));
        Assert.Equal(200, await busy.StatusAsync("/health"));
    }

    [Fact]
    public async Task Ask_WithoutAKeyTooOften_Is429ForTheAddress()
    {
        using var stranger = limited.Client(key: null);
        for (var i = 0; i < LimitedHostFixture.PerAddress; i++)
            Assert.Equal(401, await stranger.StatusAsync("/api/v1/runs"));

        Assert.Equal(429, await stranger.StatusAsync("/api/v1/runs"));
        Assert.Equal(200, await stranger.StatusAsync("/health/ready"));
    }
}
