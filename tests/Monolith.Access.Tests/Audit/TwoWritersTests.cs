using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Monolith.Access.Audit;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Tests.Support;
using Monolith.Kernel;

namespace Monolith.Access.Tests.Audit;

/// <summary>What two hosts on one database write at once.</summary>
[Collection(OneKeyedHost.Name)]
public sealed class TwoWritersTests(KeyedHostFixture keyed)
{
    private const int Each = 200;

    [Fact]
    public async Task Write_TwoHostsAtOnce_OneChainWithoutAGap()
    {
        await Task.WhenAll(WriteAllAsync("east"), WriteAllAsync("west"));

        var entries = (await keyed.Admin.EntriesAsync("action=test.two-writers&limit=500")).ToList();
        Assert.Equal([Each, Each], entries.GroupBy(entry => entry.Text("who")).Select(group => group.Count()));
        Assert.Equal(2 * Each, entries.Select(entry => entry.GetProperty("number").GetInt64()).Distinct().Count());
        using var output = new StringWriter();
        Assert.Equal(0, await AccessModule.VerifyAuditAsync(keyed.Host.Services, null, output, output, CancellationToken.None));
    }

    private async Task WriteAllAsync(string who)
    {
        var writer = new AuditWriter(
            keyed.Host.Services.GetRequiredService<AuditTable>(), HostIdentity.Create(), TimeProvider.System, NullLogger<AuditWriter>.Instance);
        // Each has a batch under way while the next gathers.
        var written = await Task.WhenAll(Enumerable.Range(0, Each).Select(async number =>
        {
            await Task.Yield();
            return await writer.WriteAsync(new AuditEvent("test.two-writers") { Who = who, Subject = $"{number}" }, CancellationToken.None);
        }));
        Assert.All(written, Assert.True);
        await writer.RunAsync(CancellationToken.None);
    }
}
