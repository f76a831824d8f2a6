using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Notifications;

public sealed class StopTests
{
    [Fact]
    public async Task Stop_WhileOneIsUnderWay_LeavesItToItsLease()
    {
        await using var outgoing = Outgoing.ToPrivateNetworks();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var receiver = await Receiver.StartAsync(async (_, http) =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        outgoing.Queue.Add(outgoing.Notification(receiver.Address));
        await outgoing.Service.StartAsync(CancellationToken.None);
        await asked.Task;

        await outgoing.Service.StopAsync(CancellationToken.None);
        await outgoing.Service.StopAsync(CancellationToken.None);

        Assert.Equal((1, 0, 0), (outgoing.Queue.Left, outgoing.Queue.Sent.Count, outgoing.Queue.Retries.Count));
    }
}
