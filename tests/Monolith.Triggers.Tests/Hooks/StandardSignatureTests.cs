using System.Text;
using Monolith.Triggers.Hooks.Signatures;
using Monolith.Triggers.Notifications.Webhooks;

namespace Monolith.Triggers.Tests.Hooks;

public sealed class StandardSignatureTests
{
    // The example of the specification's own libraries.
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Timestamp = "1614265330";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private const string Other = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"test": 2432232314}""");
    private static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Theory]
    [InlineData(Secret, Signature, true)]
    [InlineData(Secret, $"v1,AAAA {Signature}", true)]
    [InlineData($"{Other} {Secret}", Signature, true)]
    [InlineData(Other, Signature, false)]
    [InlineData("no-secret-of-this-kind", Signature, false)]
    [InlineData(Secret, "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", false)]
    public void Verify_TheVectorOfTheSpecification_Holds(string secrets, string signatures, bool holds) =>
        Assert.Equal(holds, WebhookSecret.Verify(secrets, signatures, Id, Timestamp, Body));

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void IsGenuine_AgeOfTheMessage_IsAtMostFiveMinutes(int seconds, bool holds) => Assert.Equal(
        holds, StandardSignature.IsGenuine(Request(Timestamp), Secret, Sent.AddSeconds(seconds)));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("99999999999999999999")]
    public void IsGenuine_NoTime_DoesNotHold(string timestamp) => Assert.False(StandardSignature.IsGenuine(Request(timestamp), Secret, Sent));

    private static Triggers.Hooks.HookRequest Request(string timestamp) =>
        Payload.Request(Body, ("webhook-id", Id), ("webhook-timestamp", timestamp), ("webhook-signature", Signature));
}
