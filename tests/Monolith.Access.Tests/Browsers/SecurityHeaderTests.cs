using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Browsers;

public sealed class SecurityHeaderTests(LocalHostFixture local) : IClassFixture<LocalHostFixture>
{
    [Theory]
    [InlineData("/api/v1/runs", 200)]
    [InlineData("/api/v1/runs?limit=x", 400)]
    [InlineData("/nothing-here", 404)]
    [InlineData("/health", 200)]
    [InlineData("/docs/", 200)]
    [InlineData("/errors", 200)]
    [InlineData("/hangfire", 200)]
    public async Task Get_Anything_TellsTheBrowserToKeepItToItself(string path, int status)
    {
        using var client = new ApiClient(local.Host.Address, key: null);

        using var answer = await client.Http.GetAsync(path);

        Assert.True(status == (int)answer.StatusCode, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        // The dashboard frames the jobs' pages.
        Assert.Contains(path is "/hangfire" ? "frame-ancestors 'self'" : "frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(path is "/hangfire", Header(answer, "Content-Security-Policy").Contains("script-src 'self';", StringComparison.Ordinal));
        Assert.DoesNotContain("script-src 'unsafe-inline'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore == true || path == "/hangfire", path);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Get_DocsTwice_ScriptsCarryANonceOfTheAnswer()
    {
        using var client = new ApiClient(local.Host.Address, key: null);
        using var first = await client.Http.GetAsync("/docs/");
        using var second = await client.Http.GetAsync("/docs/");

        Assert.NotEqual(Header(first, "Content-Security-Policy"), Header(second, "Content-Security-Policy"));
        var nonce = Header(first, "Content-Security-Policy").Split("'nonce-")[1].Split('\'')[0];
        Assert.Contains($"nonce=\"{nonce}\"", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
