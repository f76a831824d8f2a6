using Monolith.Access.SignIn;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.SignIn;

[Collection(OneKeyedHost.Name)]
public sealed class SignInRefusalTests(KeyedHostFixture keyed)
{
    [Fact]
    public async Task SignIn_WithoutTheFormsToken_IsRefused()
    {
        using var browser = new Browser(keyed.Host.Address);

        using var answer = await browser.PostAsync("/sign-in", [KeyValuePair.Create("key", KeyedHostFixture.FirstKey)]);

        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Change_FromAPageOfAnotherSite_IsRefused()
    {
        using var browser = new Browser(keyed.Host.Address);
        await browser.SubmitAsync("/sign-in", ("key", KeyedHostFixture.FirstKey));

        using var foreign = await browser.PostAsync("/api/v1/runs:batch", [], from: "http://evil.example.org");
        using var own = await browser.PostAsync("/api/v1/runs:batch", []);

        Assert.Equal((403, 415), ((int)foreign.StatusCode, (int)own.StatusCode));
    }

    [Fact]
    public async Task Page_HasNoScriptAndAStrictPolicy()
    {
        using var browser = new Browser(keyed.Host.Address);
        using var page = await browser.GetAsync("/sign-in?returnUrl=%22%3E%3Cscript%3E");

        Assert.DoesNotContain("<script", await page.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/hangfire", "/hangfire")]
    [InlineData("https://evil.example.org", "/")]
    [InlineData("//evil.example.org", "/")]
    [InlineData("/\\evil.example.org", "/")]
    [InlineData("/\t/evil.example.org", "/")]
    [InlineData(null, "/")]
    public void Within_AddressOfAnotherHost_IsHome(string? url, string place) => Assert.Equal(place, SignInPlace.Within(url));
}
