using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Tokens;

/// <summary>A host that takes the tokens of an issuer.</summary>
public sealed class TokenHostFixture : IAsyncLifetime
{
    private RealHost host = null!;

    internal Issuer Issuer { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Issuer = await Issuer.StartAsync();
        host = await RealHost.StartAsync(
            $"--Access:Oidc:Authority={Issuer.Address}",
            "--Access:Oidc:Audience=monolith",
            $"--Access:Oidc:ClientId={CodeFlow.Client}",
            "--Access:Oidc:DisplayName=Example & Co",
            "--Access:Oidc:NameClaim=email",
            "--Access:Oidc:RoleClaim=groups",
            "--Access:Oidc:Roles:builders=operator",
            "--Access:Oidc:Roles:readers=viewer");
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    internal RealHost Host => host;

    internal ApiClient With(string token) => new(host.Address, token);

    internal async Task<int> ReadAsync(string token)
    {
        using var client = With(token);
        return await client.StatusAsync("/api/v1/runs");
    }
}

[CollectionDefinition(Name)]
public sealed class OneTokenHost : ICollectionFixture<TokenHostFixture>
{
    public const string Name = "one host with an issuer";
}
