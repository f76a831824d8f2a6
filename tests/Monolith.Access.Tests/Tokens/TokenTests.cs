using System.Security.Cryptography;

namespace Monolith.Access.Tests.Tokens;

public sealed class TokenTests(TokenHostFixture tokens) : IClassFixture<TokenHostFixture>
{
    [Fact]
    public async Task Call_TokenOfABuilder_ActsAsThePersonItNames()
    {
        using var ada = tokens.With(tokens.Issuer.Token(Ada("builders", "others")));

        Assert.Equal(200, await ada.StatusAsync("/api/v1/runs"));
        Assert.Equal(403, await ada.StatusAsync("/api/v1/keys"));
        Assert.Equal(400, (await ada.SendAsync(HttpMethod.Post, "/api/v1/pipelines/validate", new { })).Status);
        Assert.Equal(403, (await ada.SendAsync(HttpMethod.Get, "/api/v1/runs", null, ("x-user-id", "bob"))).Status);
        Assert.Equal(200, (await ada.SendAsync(HttpMethod.Get, "/api/v1/runs", null, ("x-user-id", "ada@example.org"))).Status);
    }

    [Theory]
    [InlineData("aud", "another")]
    [InlineData("iss", "https://example.org")]
    [InlineData("exp", 1_700_000_000)]
    [InlineData("email", "")]
    public async Task Call_ClaimThatIsWrong_IsRefused(string claim, object value) =>
        Assert.Equal(401, await tokens.ReadAsync(tokens.Issuer.Token(new(Ada("builders")) { [claim] = value })));

    [Fact]
    public async Task Call_SignedByAnybodyElse_IsRefused()
    {
        using var other = RSA.Create(2048);
        string[] forged =
        [
            tokens.Issuer.Token(Ada("builders"), sign: bytes => Issuer.Sign(other, bytes)),
            tokens.Issuer.Token(Ada("builders"), "none", _ => []),
            tokens.Issuer.Token(Ada("builders"), "HS256", bytes => HMACSHA256.HashData("one"u8, bytes)),
        ];

        foreach (var token in forged)
            Assert.Equal(401, await tokens.ReadAsync(token));
    }

    [Fact]
    public async Task Call_GroupThatIsNoRole_IsForbidden() => Assert.Equal(403, await tokens.ReadAsync(tokens.Issuer.Token(Ada("admin"))));

    private static Dictionary<string, object> Ada(params string[] groups) => new() { ["sub"] = "4711", ["email"] = "ada@example.org", ["groups"] = groups };
}
