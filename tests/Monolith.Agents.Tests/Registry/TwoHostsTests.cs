using Monolith.Agents.Registry;
using Monolith.Agents.Registry.Store;

namespace Monolith.Agents.Tests.Registry;

public sealed class TwoHostsTests(RegistryDatabase database) : RegistryTest(database)
{
    [Fact]
    public async Task Upload_OnOneHost_BothServeItAndSaySo()
    {
        await using var one = await Database.HostAsync();
        await using var other = await Database.HostAsync();

        var first = await one.UploadAsync("1");
        await other.SyncAsync();
        Assert.Equal((first, first), (one.Serving, other.Serving));

        var second = await other.UploadAsync("2");
        await one.SyncAsync();
        Assert.Equal((second, second), (one.Serving, other.Serving));
        Assert.Equal([second, second], (await one.Get<ServingTable>().ListAsync(plugin: null, default)).Select(serving => serving.ContentHash));

        await one.Get<PackageDesk>().EnableAsync(Packages.Plugin, isEnabled: false, "ada", default);
        await other.SyncAsync();
        Assert.Equal((null, null), (one.Serving, other.Serving));

        await one.Get<PackageDesk>().EnableAsync(Packages.Plugin, isEnabled: true, "ada", default);
        await using var late = await Database.HostAsync();
        Assert.Equal(second, late.Serving);
    }
}
