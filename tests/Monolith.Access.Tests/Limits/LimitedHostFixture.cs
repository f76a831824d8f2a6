using System.Security.Cryptography;
using System.Text;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Limits;

/// <summary>A host that people sign in at and that takes few requests of each, behind a proxy of this machine.</summary>
public sealed class LimitedHostFixture : IAsyncLifetime
{
    internal const int PerCaller = 20;
    internal const int PerAddress = 5;

    private RealHost host = null!;

    public async Task InitializeAsync()
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(KeyedHostFixture.FirstKey)));
        host = await RealHost.StartAsync(
            $"--Access:Bootstrap:KeyHash={hash}",
            $"--Access:RateLimits:PerCaller={PerCaller}",
            $"--Access:RateLimits:PerAddress={PerAddress}",
            "--Access:RateLimits:Window=01:00:00",
            "--Access:Proxies:0=127.0.0.1",
            "--Access:CorsOrigins:0=https://pages.example.com");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    internal ApiClient Client(string? key) => new(host.Address, key);

    internal async Task<ApiClient> ClientOfAsync(string name, params string[] roles)
    {
        using var admin = Client(KeyedHostFixture.FirstKey);
        return Client(await admin.NewKeyAsync(name, roles));
    }
}
