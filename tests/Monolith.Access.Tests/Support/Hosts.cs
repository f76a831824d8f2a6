using System.Security.Cryptography;
using System.Text;
using Monolith.Access.Tests.Projects;

namespace Monolith.Access.Tests.Support;

/// <summary>One host for all tests that look at a host as it is without any configuration.</summary>
public sealed class LocalHostFixture : IAsyncLifetime
{
    internal RealHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await RealHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}

/// <summary>One host that people sign in at, with a configured key of an admin, for all tests that change nothing but keys.</summary>
public sealed class KeyedHostFixture : IAsyncLifetime
{
    internal const string FirstKey = "6f1d0a7be2c94d1f8b63f2a5c7e90d1422b8a1f3d6e74c05a9b1c3d5e7f90213";

    private Task<RedProject>? red;
    private ApiClient? blue;

    internal RealHost Host { get; private set; } = null!;

    internal ApiClient Admin { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(FirstKey)));
        Host = await RealHost.StartWithCommandsAsync($"--Access:Bootstrap:KeyHash={hash}", "--Access:Bootstrap:Name=root", "--Secrets:of-the-operator=0p3rat0r", "--Badges:Public:0=default/shown-*");
        Admin = Client(FirstKey);
    }

    public async Task DisposeAsync()
    {
        Admin.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>A project with items, made once.</summary>
    internal Task<RedProject> RedAsync() => red ??= RedProject.MakeAsync(this);

    /// <summary>The admin of another project.</summary>
    internal async Task<ApiClient> BlueAsync() =>
        blue ??= Client(await Admin.NewKeyAsync(new { name = "blue-admin", roles = new[] { "admin" }, projects = new[] { "blue" } }));

    internal ApiClient Client(string? key) => new(Host.Address, key);

    internal async Task<ApiClient> ClientOfAsync(string name, params string[] roles) => Client(await Admin.NewKeyAsync(name, roles));
}

[CollectionDefinition(Name)]
public sealed class OneKeyedHost : ICollectionFixture<KeyedHostFixture>
{
    public const string Name = "one host with keys";
}
