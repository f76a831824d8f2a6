using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monolith.Access.Tests.Tokens;

namespace Monolith.Access.Tests.SignIn;

[Collection(OneTokenHost.Name)]
public sealed class IssuerSignInTests(TokenHostFixture tokens)
{
    [Fact]
    public async Task SignIn_AtTheIssuer_OpensThePageThatWasWanted()
    {
        using var browser = new Browser(tokens.Host.Address);
        Assert.Contains("Sign in with Example &amp; Co", await (await browser.GetAsync("/sign-in")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var back = await browser.GetAsync(await AtTheIssuerAsync(browser, "/sign-in/issuer?returnUrl=%2Fapi%2Fv1%2Fruns%3Flimit%3D1"));

        Assert.Contains("content=\"0;url=/api/v1/runs?limit=1\"", await back.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(200, (int)(await browser.GetAsync("/api/v1/runs?limit=1")).StatusCode);
        Assert.Equal(403, (int)(await browser.GetAsync("/api/v1/keys")).StatusCode);
        await browser.SubmitAsync("/sign-out");
        Assert.Equal(302, (int)(await browser.GetAsync("/api/v1/runs")).StatusCode);
    }

    [Fact]
    public async Task SignIn_AtTheIssuer_EndsWithItsTokenWhateverTheUse()
    {
        using var browser = new Browser(tokens.Host.Address);
        using var back = await browser.GetAsync(await AtTheIssuerAsync(browser, "/sign-in/issuer"));

        var format = tokens.Host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("Cookie").TicketDataFormat;
        var ticket = format.Unprotect(browser.Cookies.GetCookies(tokens.Host.Address)["monolith"]!.Value)!;

        Assert.Equal(false, ticket.Properties.AllowRefresh);
        Assert.InRange(ticket.Properties.ExpiresUtc!.Value, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddMinutes(5));
        Assert.Null(ticket.Properties.GetTokenValue("id_token"));
    }

    [Theory]
    [InlineData("https://evil.example.org/")]
    [InlineData("//evil.example.org")]
    public async Task SignIn_ReturnUrlOfAnother_LeadsHome(string url)
    {
        using var browser = new Browser(tokens.Host.Address);

        using var back = await browser.GetAsync(await AtTheIssuerAsync(browser, $"/sign-in/issuer?returnUrl={Uri.EscapeDataString(url)}"));

        Assert.Matches(new Regex("content=\"0;url=/\""), await back.Content.ReadAsStringAsync());
    }

    /// <returns>Where the issuer sends the person back to.</returns>
    internal static async Task<string> AtTheIssuerAsync(Browser browser, string path)
    {
        using var leaving = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, leaving.StatusCode);
        using var issuer = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var back = await issuer.GetAsync(leaving.Headers.Location);
        return back.Headers.Location!.PathAndQuery;
    }
}
