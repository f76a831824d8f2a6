using Microsoft.AspNetCore.Builder;

namespace Shop.Tests;

/// <summary>The real shop, listening on a free port of this machine.</summary>
public sealed class ShopServer : IAsyncLifetime
{
    private readonly WebApplication app = ShopApp.Create(["--urls", "http://127.0.0.1:0"]);

    public HttpClient Client { get; } = new();

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        Client.BaseAddress = new Uri(app.Urls.First());
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
