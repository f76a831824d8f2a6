using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Notifications;

public sealed class NotificationTests
{
    private const string Key = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly (string, string)[] Settings =
        [("Notifications__AllowPrivateNetworks", "true"), ("Notifications__Secrets__default", $"whsec_{Key}")];

    [Fact]
    public async Task Kill_BeforeItWasSent_IsSentAfterTheNextStart()
    {
        using var folder = new TestFolder();
        Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        // Whoever is asked first would have to wait; the host is dead by then.
        using var receiver = new WebhookReceiver((before, response) =>
        {
            response.StatusCode = before == 0 ? 503 : 204;
            response.AddHeader("Retry-After", "3");
        });
        Guid run;
        Webhook first;
        await using (var host = await HostProcess.StartAsync(folder.Path, Settings))
        {
            run = await host.Http.StartAsync($"name: told\nnotifications: {{ onSuccess: [\"{receiver.Address}\"] }}\nstages: [{{ id: a, agent: recorder, action: noop }}]\n");
            // The run's end does not wait for anybody to be told of it.
            Assert.Equal("success", (await host.Http.EndAsync(run)).GetProperty("status").GetString());
            first = await receiver.NextAsync();
            await host.KillAsync();
        }

        await using var second = await HostProcess.StartAsync(folder.Path, Settings);
        var again = await receiver.NextAsync();

        AssertSigned(again);
        Assert.Equal(first.Id, again.Id);
        Assert.Equal(first.Body, again.Body);
        Assert.Equal("run.succeeded", Type(again));
        Assert.Equal(run, Data(again).GetProperty("runId").GetGuid());
    }

    [Fact]
    public async Task Fail_StageAndRun_BothAreToldAndAWrongAddressIsRefused()
    {
        using var folder = new TestFolder();
        Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        using var receiver = new WebhookReceiver((_, response) => response.StatusCode = 204);
        await using var host = await HostProcess.StartAsync(folder.Path, Settings);

        await host.Http.StartAsync($"""
            name: told
            notifications: {"{"} onFailure: ["{receiver.Address}run"], onStageFailure: ["{receiver.Address}stage"], onSuccess: ["{receiver.Address}never"] {"}"}
            stages: [{"{"} id: a, agent: recorder, action: fail {"}"}]
            """);
        var told = new[] { await receiver.NextAsync(), await receiver.NextAsync() };

        Assert.All(told, AssertSigned);
        Assert.Equal(["run.failed", "stage.failed"], told.Select(Type).Order());
        Assert.All(told, webhook => Assert.Equal(("a", "TASK_EXECUTION_FAILED"), (
            Data(webhook).GetProperty("stage").GetString(), Data(webhook).GetProperty("error").GetProperty("code").GetString())));

        using var refused = await host.Http.PostYamlAsync("/api/v1/runs", "name: told\nnotifications: { onFailure: [\"http://example.com/hook\"] }\nstages: [{ id: a, agent: recorder, action: noop }]\n");
        var error = (await refused.JsonAsync()).GetProperty("errors")[0];
        Assert.Equal(("notifications.onFailure[0]", 400), (error.GetProperty("path").GetString()!.Replace("definition.", "", StringComparison.Ordinal), (int)refused.StatusCode));
        Assert.Contains("https://", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Notifications__Secrets__default", "hush-hush-hush", "Notifications:Secrets:default: Give whsec_")]
    [InlineData("Notifications__Smtp__Host", "mail.example.org", "Notifications:Smtp:From: Give the sender's mailbox")]
    [InlineData("Notifications__Smtp__Tls", "perhaps", "Notifications:Smtp:Tls: 'perhaps' is not one of StartTls, Implicit, None")]
    [InlineData("Notifications__PublicUrl", "example", "Notifications:PublicUrl: Give an address")]
    [InlineData("Notifications__MaxConcurent", "8", "Notifications:MaxConcurent: There is no such setting")]
    public async Task Start_WrongSetting_IsRefusedByName(string name, string value, string said)
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, [], (name, value));

        Assert.Equal(2, exitCode);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", output, StringComparison.Ordinal);
    }

    private static string? Type(Webhook webhook) => JsonDocument.Parse(webhook.Body).RootElement.GetProperty("type").GetString();

    private static JsonElement Data(Webhook webhook) => JsonDocument.Parse(webhook.Body).RootElement.GetProperty("data");

    private static void AssertSigned(Webhook webhook)
    {
        Assert.True(long.Parse(webhook.Timestamp, CultureInfo.InvariantCulture) > 0);
        byte[] content = [.. Encoding.UTF8.GetBytes($"{webhook.Id}.{webhook.Timestamp}."), .. webhook.Body];
        Assert.Equal($"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Key), content))}", webhook.Signature);
    }
}
