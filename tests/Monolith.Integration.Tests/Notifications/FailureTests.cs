using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Notifications;

public sealed class FailureTests
{
    [Fact]
    public async Task Fail_StageAndRun_BothAreToldAndAWrongAddressIsRefused()
    {
        using var folder = new TestFolder();
        Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        using var receiver = new WebhookReceiver((_, response) => response.StatusCode = 204);
        await using var host = await HostProcess.StartAsync(folder.Path, Signing.Settings);

        await host.Http.StartAsync($"""
            name: told
            notifications: {"{"} onFailure: ["{receiver.Address}run"], onStageFailure: ["{receiver.Address}stage"], onSuccess: ["{receiver.Address}never"] {"}"}
            stages: [{"{"} id: a, agent: recorder, action: fail {"}"}]
            """);
        var told = new[] { await receiver.NextAsync(), await receiver.NextAsync() };

        Assert.All(told, Signing.AssertSigned);
        Assert.Equal(["run.failed", "stage.failed"], told.Select(Type).Order());
        Assert.All(told, webhook => Assert.Equal(("a", "TASK_EXECUTION_FAILED"), (
            Data(webhook).GetProperty("stage").GetString(), Data(webhook).GetProperty("error").GetProperty("code").GetString())));

        using var refused = await host.Http.PostYamlAsync("/api/v1/runs", "name: told\nnotifications: { onFailure: [\"http://example.com/hook\"] }\nstages: [{ id: a, agent: recorder, action: noop }]\n");
        var error = (await refused.JsonAsync()).GetProperty("errors")[0];
        Assert.Equal(("notifications.onFailure[0]", 400), (error.GetProperty("path").GetString()!.Replace("definition.", "", StringComparison.Ordinal), (int)refused.StatusCode));
        Assert.Contains("https://", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static string? Type(Webhook webhook) => JsonDocument.Parse(webhook.Body).RootElement.GetProperty("type").GetString();

    private static JsonElement Data(Webhook webhook) => JsonDocument.Parse(webhook.Body).RootElement.GetProperty("data");
}
