using Monolith.Triggers.Hooks.Sources;
using Monolith.Triggers.Tests.Hooks;
using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Notifications;

public sealed class CloudEventsOutTests
{
    [Fact]
    public async Task Send_AddressThatWantsCloudEvents_GetsASignedOneThatTheHostItselfWouldTake()
    {
        await using var outgoing = Outgoing.ToPrivateNetworks(("PublicUrl", "https://monolith.example.org"));
        await using var receiver = await Receiver.StartAsync(_ => 204);
        var notification = outgoing.Notification($"cloudevents+{receiver.Address}");

        await outgoing.SendAllAsync(notification);

        var received = Assert.Single(receiver.All);
        Assert.Equal($"v1,{StandardWebhooks.Signature(Outgoing.Secret, received)}", received.Headers["webhook-signature"]);
        var read = CloudEventReader.Read(Payload.Request(received.Body, received.Headers["content-type"])).Value;
        Assert.Equal(("monolith.run.failed", "https://monolith.example.org/", $"{notification.RunId}"), (read.Type, read.Source, read.Subject));
        Assert.Equal("TASK_EXECUTION_FAILED", read.Data!.Value.GetProperty("error").GetProperty("code").GetString());
    }
}
