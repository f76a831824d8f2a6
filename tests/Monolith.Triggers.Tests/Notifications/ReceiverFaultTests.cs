using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Notifications;

public sealed class ReceiverFaultTests
{
    [Fact]
    public async Task Send_NoAnswer_IsGivenUpAfterTenSeconds()
    {
        await using var outgoing = Outgoing.ToPrivateNetworks();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var receiver = await Receiver.StartAsync(async (_, http) =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        var sending = outgoing.Sender.SendAsync(outgoing.Notification(receiver.Address), CancellationToken.None);
        await asked.Task;
        outgoing.Time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(sending.IsCompleted);
        outgoing.Time.Advance(TimeSpan.FromSeconds(0.2));
        await sending;

        Assert.Equal($"{new Uri(receiver.Address).Authority} did not answer within 10 s.", Assert.Single(outgoing.Queue.Retries).Reason);
    }

    [Fact]
    public async Task Send_Redirect_IsNotFollowed()
    {
        await using var outgoing = Outgoing.ToPrivateNetworks();
        await using var receiver = await Receiver.StartAsync((_, http) =>
        {
            http.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });

        await outgoing.Sender.SendAsync(outgoing.Notification(receiver.Address), CancellationToken.None);

        Assert.Equal("/hook", Assert.Single(receiver.All).Path);
        Assert.Contains("redirects are not followed", Assert.Single(outgoing.Queue.Retries).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ReceiverIsGone_IsDeadAtOnce()
    {
        await using var outgoing = Outgoing.ToPrivateNetworks();
        await using var receiver = await Receiver.StartAsync(_ => 410);

        await outgoing.SendAllAsync(outgoing.Notification(receiver.Address));

        Assert.Single(receiver.All);
        Assert.Single(outgoing.Queue.Dead);
    }
}
