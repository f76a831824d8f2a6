using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Limits;

public sealed class ProxyTests(LimitedHostFixture limited) : IClassFixture<LimitedHostFixture>
{
    private const string Page = "https://pages.example.com";

    [Fact]
    public async Task Ask_ByAKnownProxy_TheCallersAddressIsCountedAndHttpsIsHeard()
    {
        using var stranger = limited.Client(key: null);
        var network = Guid.NewGuid().ToString("N")[..4];
        for (var i = 0; i < LimitedHostFixture.PerAddress; i++)
            Assert.Equal(401, await AskAsync(stranger, $"2001:db8:{network}:1::{i + 1:x}"));

        Assert.Equal(429, await AskAsync(stranger, $"2001:db8:{network}:1::ffff"));
        Assert.Equal(401, await AskAsync(stranger, $"2001:db8:{network}:2::1"));
        using var secure = await SendAsync(stranger, HttpMethod.Get, "/health", ("X-Forwarded-Proto", "https"));
        Assert.Equal("max-age=31536000", Assert.Single(secure.Headers.GetValues("Strict-Transport-Security")));
    }

    [Theory]
    [InlineData(Page, true)]
    [InlineData("https://elsewhere.example.com", false)]
    public async Task Preflight_ByOrigin_OnlyConfiguredOnesMay(string origin, bool may)
    {
        using var stranger = limited.Client(key: null);

        using var answer = await SendAsync(
            stranger, HttpMethod.Options, "/api/v1/runs", ("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization"));

        Assert.Equal(may, answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    private static async Task<int> AskAsync(ApiClient client, string address)
    {
        using var answer = await SendAsync(client, HttpMethod.Get, "/api/v1/runs", ("X-Forwarded-For", address));
        return (int)answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(ApiClient client, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await client.Http.SendAsync(request);
    }
}
