namespace Monolith.Access.Tests.Support;

/// <summary>One host for all tests that look at a host as it is without any configuration.</summary>
public sealed class LocalHostFixture : IAsyncLifetime
{
    internal RealHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await RealHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
