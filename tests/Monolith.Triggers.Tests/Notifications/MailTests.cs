using System.Globalization;
using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Notifications;

public sealed class MailTests
{
    [Fact]
    public async Task Send_ToAMailbox_ArrivesWithTheFacts()
    {
        await using var server = new MailServer();
        await using var outgoing = To(server.Port);
        var notification = outgoing.Notification("mailto:someone@example.org");

        await outgoing.SendAllAsync(notification);

        Assert.Empty(outgoing.Queue.Retries);
        var mail = Assert.Single(server.All);
        Assert.Equal("web-app: the run failed", mail.Subject);
        Assert.Equal(("monolith@example.org", "someone@example.org"), (mail.From.Mailboxes.Single().Address, mail.To.Mailboxes.Single().Address));
        Assert.Equal($"{notification.Id}@monolith", mail.MessageId);
        Assert.Contains($"Run:   {notification.RunId}", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Error: TASK_EXECUTION_FAILED: it broke", mail.TextBody, StringComparison.Ordinal);
        Assert.Single(outgoing.Queue.Sent);
    }

    [Fact]
    public async Task Send_NoServerThere_IsTriedAgainThenDead()
    {
        var server = new MailServer();
        await server.DisposeAsync();
        await using var outgoing = To(server.Port);

        await outgoing.SendAllAsync(outgoing.Notification("mailto:someone@example.org"));

        Assert.Equal(4, outgoing.Queue.Retries.Count);
        Assert.Single(outgoing.Queue.Dead);
    }

    internal static Outgoing To(int port) => new(
        ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", port.ToString(CultureInfo.InvariantCulture)), ("Smtp:Tls", "None"), ("Smtp:From", "monolith@example.org"));
}
