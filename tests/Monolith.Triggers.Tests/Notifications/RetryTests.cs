using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Notifications;

public sealed class RetryTests
{
    [Fact]
    public async Task Send_NeverTaken_IsDeadAfterFiveAttemptsWithGrowingPauses()
    {
        await using var outgoing = Outgoing.ToPrivateNetworks();
        await using var receiver = await Receiver.StartAsync(_ => 503);

        await outgoing.SendAllAsync(outgoing.Notification(receiver.Address));

        Assert.Equal(5, receiver.All.Count);
        Assert.Equal("The receiver answered 503.", Assert.Single(outgoing.Queue.Dead).Reason);
        Assert.Collection(
            outgoing.Queue.Retries.Select(retry => retry.Pause.TotalSeconds),
            pause => Assert.InRange(pause, 1, 1.25),
            pause => Assert.InRange(pause, 2, 2.5),
            pause => Assert.InRange(pause, 4, 5),
            pause => Assert.InRange(pause, 8, 10));
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Fri, 02 Jan 2026 03:06:05 GMT", 120)]
    [InlineData("1000000", 3600)]
    public async Task Send_RetryAfter_IsHeeded(string header, int seconds)
    {
        await using var outgoing = Outgoing.ToPrivateNetworks();
        await using var receiver = await Receiver.StartAsync((before, http) =>
        {
            http.Response.StatusCode = before == 0 ? 429 : 200;
            http.Response.Headers.RetryAfter = header;
            return Task.CompletedTask;
        });

        await outgoing.SendAllAsync(outgoing.Notification(receiver.Address));

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(outgoing.Queue.Retries).Pause);
        Assert.Single(outgoing.Queue.Sent);
    }
}
