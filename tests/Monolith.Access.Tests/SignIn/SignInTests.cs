using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.SignIn;

[Collection(OneKeyedHost.Name)]
public sealed class SignInTests(KeyedHostFixture keyed)
{
    [Fact]
    public async Task SignIn_WithAKey_OpensThePageThatWasWantedUntilSignOut()
    {
        using var browser = new Browser(keyed.Host.Address);
        using var refused = await browser.GetAsync("/hangfire?a=b");
        Assert.Equal("/sign-in?returnUrl=%2Fhangfire%3Fa%3Db", refused.Headers.Location!.ToString());

        using var signedIn = await browser.SubmitAsync(refused.Headers.Location.ToString(), ("key", await keyed.Admin.NewKeyAsync("ada", "operator")));

        Assert.Equal((302, "/hangfire?a=b"), ((int)signedIn.StatusCode, signedIn.Headers.Location!.ToString()));
        Assert.Equal(200, (int)(await browser.GetAsync("/hangfire")).StatusCode);
        Assert.Equal(403, (int)(await browser.GetAsync("/api/v1/keys")).StatusCode);
        var cookie = browser.Cookies.GetCookies(keyed.Host.Address)["monolith"]!;
        Assert.True(cookie.HttpOnly);
        await browser.SubmitAsync("/sign-out");
        Assert.Equal(302, (int)(await browser.GetAsync("/hangfire")).StatusCode);
    }

    [Fact]
    public async Task SignIn_KeyDeletedAfterwards_EndsTheCookie()
    {
        using var browser = new Browser(keyed.Host.Address);
        var key = await keyed.Admin.NewKeyAsync("eve", "viewer");
        await browser.SubmitAsync("/sign-in", ("key", key));
        Assert.Equal(200, (int)(await browser.GetAsync("/api/v1/runs")).StatusCode);

        await keyed.Admin.SendAsync(HttpMethod.Delete, $"/api/v1/keys/{Guid.ParseExact(key.AsSpan(5, 32), "N")}");

        Assert.Equal(302, (int)(await browser.GetAsync("/api/v1/runs")).StatusCode);
    }
}
