using Monolith.Access.Tests.Tokens;

namespace Monolith.Access.Tests.SignIn;

[Collection(OneTokenHost.Name)]
public sealed class IssuerRefusalTests(TokenHostFixture tokens)
{
    [Fact]
    public async Task Callback_InTheBrowserOfAnother_SignsNobodyIn()
    {
        using var ada = new Browser(tokens.Host.Address);
        using var eve = new Browser(tokens.Host.Address);
        var back = await IssuerSignInTests.AtTheIssuerAsync(ada, "/sign-in/issuer");

        await RefusedAsync(eve, back);
    }

    [Fact]
    public async Task Callback_CodeOrStateThatIsChanged_SignsNobodyIn()
    {
        foreach (var part in new[] { "code=", "state=" })
        {
            using var ada = new Browser(tokens.Host.Address);
            var back = await IssuerSignInTests.AtTheIssuerAsync(ada, "/sign-in/issuer");

            await RefusedAsync(ada, back.Replace(part, part + "x", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("nonce", "of another")]
    [InlineData("aud", "another")]
    [InlineData("iss", "https://example.org")]
    [InlineData("email", "")]
    public async Task Callback_TokenThatIsNotForIt_SignsNobodyIn(string claim, string value)
    {
        using var ada = new Browser(tokens.Host.Address);
        var back = await IssuerSignInTests.AtTheIssuerAsync(ada, "/sign-in/issuer");
        var claims = tokens.Issuer.Flow.Claims;
        claims.TryGetValue(claim, out var usual);

        claims[claim] = value;
        await RefusedAsync(ada, back);

        if (usual is null)
            claims.Remove(claim);
        else
            claims[claim] = usual;
    }

    private static async Task RefusedAsync(Browser browser, string back)
    {
        using var refused = await browser.GetAsync(back);
        Assert.Equal(401, (int)refused.StatusCode);
        Assert.Contains("did not work", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(302, (int)(await browser.GetAsync("/api/v1/runs")).StatusCode);
    }
}
