using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Notifications;

public sealed class RefusedMailTests
{
    [Fact]
    public async Task Send_RecipientRefused_IsDeadAtOnce()
    {
        await using var server = new MailServer();
        await using var outgoing = MailTests.To(server.Port);

        await outgoing.SendAllAsync(outgoing.Notification("mailto:nobody@example.org"));

        Assert.Empty(outgoing.Queue.Retries);
        Assert.Contains("does not take this recipient", Assert.Single(outgoing.Queue.Dead).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_NoServerConfigured_SaysWhatToSet()
    {
        await using var outgoing = new Outgoing();

        await outgoing.SendAllAsync(outgoing.Notification("mailto:someone@example.org"));

        Assert.Contains("Notifications:Smtp:Host", Assert.Single(outgoing.Queue.Dead).Reason, StringComparison.Ordinal);
    }
}
