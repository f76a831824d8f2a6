using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Monolith.Triggers.Notifications.Webhooks;
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
            Assert.Equal($"v1,{Signature(Outgoing.Secret, received)}", received.Headers["webhook-signature"]);
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

        Assert.Equal("There was no answer within 10 s.", Assert.Single(outgoing.Queue.Retries).Reason);
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

    [Fact]
    public async Task Send_NoSecret_IsRefusedAndSaysWhatToSet()
    {
        await using var outgoing = new Outgoing(("AllowPrivateNetworks", "true"));
        await using var receiver = await Receiver.StartAsync(_ => 200);

        await outgoing.SendAllAsync(outgoing.Notification(receiver.Address));

        Assert.Empty(receiver.All);
        Assert.Contains("Notifications:Secrets:127.0.0.1", Assert.Single(outgoing.Queue.Dead).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_SecretsOfTheHost_SignSideBySide()
    {
        var next = "whsec_" + Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray());
        await using var outgoing = Outgoing.ToPrivateNetworks(("Secrets:127.0.0.1", $"{next} {Outgoing.Secret}"));
        await using var receiver = await Receiver.StartAsync(_ => 200);

        await outgoing.SendAllAsync(outgoing.Notification(receiver.Address));

        var received = Assert.Single(receiver.All);
        Assert.Equal($"v1,{Signature(next, received)} v1,{Signature(Outgoing.Secret, received)}", received.Headers["webhook-signature"]);
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

    /// <summary>As the specification says it, not as the module does it.</summary>
    private static string Signature(string secret, Received received)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Convert.FromBase64String(secret["whsec_".Length..]));
        Assert.True(long.Parse(received.Headers["webhook-timestamp"], CultureInfo.InvariantCulture) >= 1_767_323_045);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{received.Headers["webhook-id"]}.{received.Headers["webhook-timestamp"]}."));
        hmac.AppendData(received.Body);
        return Convert.ToBase64String(hmac.GetHashAndReset());
    }
}
