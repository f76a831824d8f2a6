using System.Threading.Channels;
using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Notifications;

public sealed class NotificationServiceTests
{
    [Fact]
    public async Task Run_MoreThanPlaces_SendsAsManyAtOnceAsAllowedAndThenTheRest()
    {
        await using var outgoing = Outgoing.ToPrivateNetworks(("MaxConcurrent", "2"));
        var asked = Channel.CreateUnbounded<int>();
        using var go = new SemaphoreSlim(0);
        await using var receiver = await Receiver.StartAsync(async (before, _) =>
        {
            asked.Writer.TryWrite(before);
            await go.WaitAsync();
        });
        for (var i = 0; i < 5; i++)
            outgoing.Queue.Add(outgoing.Notification(receiver.Address));

        await outgoing.Service.StartAsync(CancellationToken.None);
        await asked.Reader.ReadAsync();
        await asked.Reader.ReadAsync();
        // A third cannot have begun: its place is free only when one of these has ended.
        Assert.Equal(2, receiver.All.Count);
        go.Release(5);
        for (var i = 0; i < 5; i++)
            Assert.Equal("sent", await outgoing.Queue.Settled.Reader.ReadAsync());
        await outgoing.Service.StopAsync(CancellationToken.None);

        Assert.Equal(5, receiver.All.Count);
        Assert.Equal(outgoing.Time.GetUtcNow() - TimeSpan.FromDays(7), Assert.Single(outgoing.Queue.Sweeps));
    }
}
