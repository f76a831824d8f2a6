using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Notifications;

public sealed class RefusedAddressTests
{
    [Theory]
    [InlineData("Production", false, 0)]
    [InlineData("Production", true, 1)]
    [InlineData("Development", false, 1)]
    public async Task Send_ToThisMachine_OnlyWhereAllowed(string environment, bool allowed, int received)
    {
        await using var outgoing = new Outgoing(environment, ("Secrets:default", Outgoing.Secret), ("AllowPrivateNetworks", allowed.ToString()));
        await using var receiver = await Receiver.StartAsync(_ => 200);
        foreach (var address in new[] { receiver.Address, receiver.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) })
            await outgoing.SendAllAsync(outgoing.Notification(address));

        Assert.Equal(2 * received, receiver.All.Count);
        Assert.All(outgoing.Queue.Dead, dead => Assert.Contains("Notifications:AllowPrivateNetworks", dead.Reason, StringComparison.Ordinal));
        Assert.Equal(2 - (2 * received), outgoing.Queue.Dead.Count);
    }
}
