using System.Text.Json;
using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Notifications;

public sealed class WebhookTests
{
    [Fact]
    public async Task Send_ReceiverFailsTwice_GetsTheSameSignedMessageThreeTimes()
    {
        await using var outgoing = Outgoing.ToPrivateNetworks(("PublicUrl", "https://monolith.example.org/"));
        await using var receiver = await Receiver.StartAsync(before => before < 2 ? 500 : 204);
        var notification = outgoing.Notification(receiver.Address);

        await outgoing.SendAllAsync(notification);

        Assert.Equal(2, Assert.Single(outgoing.Queue.Sent).Attempts);
        Assert.Equal(3, receiver.All.Count);
        Assert.All(receiver.All, received =>
        {
            Assert.Equal(notification.Id.ToString(), received.Headers["webhook-id"]);
            Assert.Equal("application/json", received.Headers["content-type"]);
            Assert.Equal($"v1,{StandardWebhooks.Signature(Outgoing.Secret, received)}", received.Headers["webhook-signature"]);
        });
        Assert.Equal(3, receiver.All.Select(received => received.Headers["webhook-timestamp"]).Distinct().Count());
        Assert.Single(receiver.All.Select(received => Convert.ToHexString(received.Body)).Distinct());

        var body = JsonDocument.Parse(receiver.All.First().Body).RootElement;
        Assert.Equal("run.failed", body.GetProperty("type").GetString());
        Assert.Equal(notification.At, body.GetProperty("timestamp").GetDateTimeOffset());
        var data = body.GetProperty("data");
        Assert.Equal($"{notification.RunId} web-app failed build TASK_EXECUTION_FAILED", string.Join(' ',
            data.GetProperty("runId"), data.GetProperty("pipeline"), data.GetProperty("status"), data.GetProperty("stage"), data.GetProperty("error").GetProperty("code")));
        Assert.Equal($"https://monolith.example.org/api/v1/runs/{notification.RunId}", data.GetProperty("url").GetString());
    }

    [Fact]
    public async Task Send_SecretsOfTheHost_SignSideBySide()
    {
        var next = "whsec_" + Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray());
        await using var outgoing = Outgoing.ToPrivateNetworks(("Secrets:127.0.0.1", $"{next} {Outgoing.Secret}"));
        await using var receiver = await Receiver.StartAsync(_ => 200);

        await outgoing.SendAllAsync(outgoing.Notification(receiver.Address));

        var received = Assert.Single(receiver.All);
        Assert.Equal($"v1,{StandardWebhooks.Signature(next, received)} v1,{StandardWebhooks.Signature(Outgoing.Secret, received)}", received.Headers["webhook-signature"]);
    }
}
