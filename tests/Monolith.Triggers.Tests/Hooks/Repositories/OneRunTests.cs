using Monolith.Triggers.Hooks.Deliveries;
using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Hooks.Repositories;

[Collection(OneTriggersDatabase.Name)]
public sealed class OneRunTests(TriggersDatabase database)
{
    [Fact]
    public async Task Start_TwoHostsAndASecondDelivery_IsOneRun()
    {
        await using var forge = await ForgeServer.StartAsync();
        forge.Files["build.yaml"] = ConnectedHost.Build;
        await using var one = new ConnectedHost(database, forge, "own-once");
        await using var other = new ConnectedHost(database, forge, "own-once");
        var push = one.Push();
        await one.Desk.AcceptAsync(push, CancellationToken.None);

        // Neither knows of the other, as when a lease has run out.
        var both = await Task.WhenAll(one.Desk.StartAsync(push, CancellationToken.None), other.Desk.StartAsync(push, CancellationToken.None));
        var (again, isRepeated) = await other.Desk.AcceptAsync(push, CancellationToken.None);

        Assert.Equal((1, true, HookDelivery.Done), (await database.RunsAsync("own-once"), isRepeated, again.Status));
        Assert.Equal(both[0].Runs, both[1].Runs);
    }
}
