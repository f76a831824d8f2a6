using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Notifications;

public sealed class SparedReceiverTests
{
    [Fact]
    public async Task Send_ReceiverFailedTenTimes_IsPutOffUntilTheBreakerLetsAProbeThrough()
    {
        await using var outgoing = Outgoing.ToPrivateNetworks();
        await using var receiver = await Receiver.StartAsync(before => before < 10 ? 500 : 200);
        for (var i = 0; i < 10; i++)
            await outgoing.Sender.SendAsync(outgoing.Notification(receiver.Address), CancellationToken.None);

        var spared = outgoing.Notification(receiver.Address);
        await outgoing.Sender.SendAsync(spared, CancellationToken.None);

        Assert.Equal(10, receiver.All.Count);
        var (reason, until) = Assert.Single(outgoing.Queue.PutOff);
        Assert.Contains(new Uri(receiver.Address).Authority, reason, StringComparison.Ordinal);
        Assert.DoesNotContain("/hook", reason, StringComparison.Ordinal);
        Assert.Equal(outgoing.Time.GetUtcNow() + TimeSpan.FromSeconds(60), until);

        outgoing.Time.Advance(TimeSpan.FromSeconds(60));
        await outgoing.Sender.SendAsync(spared, CancellationToken.None);

        Assert.Equal(spared.Id, Assert.Single(outgoing.Queue.Sent).Id);
    }

    [Fact]
    public async Task Send_ReceiverOfAnotherHostFails_IsSentAllTheSame()
    {
        await using var outgoing = Outgoing.ToPrivateNetworks();
        await using var failing = await Receiver.StartAsync(_ => 500);
        await using var receiver = await Receiver.StartAsync(_ => 200);
        for (var i = 0; i < 11; i++)
            await outgoing.Sender.SendAsync(outgoing.Notification(failing.Address), CancellationToken.None);

        await outgoing.Sender.SendAsync(outgoing.Notification(receiver.Address), CancellationToken.None);

        Assert.Single(outgoing.Queue.Sent);
    }
}
