using Monolith.Triggers.Notifications.Webhooks;
using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Notifications;

public sealed class WebhookSecretTests
{
    [Fact]
    public async Task Send_NoSecret_IsRefusedAndSaysWhatToSet()
    {
        await using var outgoing = new Outgoing(("AllowPrivateNetworks", "true"));
        await using var receiver = await Receiver.StartAsync(_ => 200);

        await outgoing.SendAllAsync(outgoing.Notification(receiver.Address));

        Assert.Empty(receiver.All);
        Assert.Contains("Notifications:Secrets:127.0.0.1", Assert.Single(outgoing.Queue.Dead).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", true)]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw whsec_short", false)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", false)]
    [InlineData("whsec_c2hvcnQ=", false)]
    [InlineData("whsec_not base64", false)]
    [InlineData(" ", false)]
    public void FaultOf_Secret_IsToldWithoutTheSecret(string secret, bool right)
    {
        var fault = WebhookSecret.FaultOf(secret);

        Assert.Equal(right, fault is null);
        Assert.DoesNotContain("MfKQ", fault ?? "", StringComparison.Ordinal);
    }
}
