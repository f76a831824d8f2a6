using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Hooks.Repositories;

[Collection(OneTriggersDatabase.Name)]
public sealed class WokenServiceTests(TriggersDatabase database)
{
    [Fact]
    public async Task Accept_ConnectedRepository_WakesTheServiceThoughNoTimePasses()
    {
        await using var forge = await ForgeServer.StartAsync();
        var asked = new TaskCompletionSource();
        forge.Fault = (_, _) =>
        {
            asked.TrySetResult();
            return 404;
        };
        await using var host = new ConnectedHost(database, forge, "own-woken");
        using var service = host.Service;
        await service.StartAsync(CancellationToken.None);

        var push = host.Push();
        await host.Desk.AcceptAsync(push, CancellationToken.None);

        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await service.StopAsync(CancellationToken.None);
        // The stop may have come before its end, and others look for what is left.
        await host.Desk.StartAsync(push, CancellationToken.None);
    }
}
