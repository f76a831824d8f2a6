using Microsoft.Extensions.DependencyInjection;
using Monolith.Access.Contracts.Audit;

namespace Monolith.Agents.Tests.Catalog.Swapping;

public sealed class SwapAuditTests : IAuditLog
{
    private readonly List<AuditEvent> entries = [];

    public Task<bool> WriteAsync(AuditEvent entry, CancellationToken cancellationToken)
    {
        lock (entries)
            entries.Add(entry);
        return Task.FromResult(true);
    }

    [Fact]
    public async Task Look_PluginReplacedAndTakenAway_IsWrittenWithItsHashes()
    {
        await using var host = await SwapHost.WithGoodAsync(services => services.AddSingleton<IAuditLog>(this));
        var first = host.Catalog.Find("greet")!.ContentHash;
        await SwapHost.ChangeAsync(host);
        var second = host.Catalog.Find("greet")!.ContentHash;

        Directory.Delete(Path.Combine(host.Dropped, "Good"), recursive: true);
        await host.LookTwiceAsync();

        Assert.Equal(
            [("plugin.load", "Good", first), ("plugin.load", "Good", second), ("plugin.remove", "Good", second)],
            entries.Select(entry => (entry.Action, entry.Subject!, entry.Detail!["contentHash"])));
    }
}
