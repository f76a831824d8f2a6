using System.Security.Cryptography;
using Monolith.Pipelines.Evidence.Signing;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Evidence;

/// <summary>One bundle that tests forge.</summary>
public sealed class SignedBundle : IAsyncLifetime
{
    private readonly Database database = new();

    internal byte[] Bundle { get; private set; } = [];

    internal ECDsa Key { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        var given = Bundles.Eventful();
        Bundle = await database.ExportAsync(await database.StoreAsync(given.Run, given.Events));
        Key = await database.Get<SigningKeys>().OpenAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        Key.Dispose();
        await database.DisposeAsync();
    }
}
