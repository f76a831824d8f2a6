using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Notifications;

public sealed class KilledHostTests
{
    [Trait("Length", "Long")]
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
        await using (var host = await HostProcess.StartAsync(folder.Path, Signing.Settings))
        {
            run = await host.Http.StartAsync($"name: told\nnotifications: {{ onSuccess: [\"{receiver.Address}\"] }}\nstages: [{{ id: a, agent: recorder, action: noop }}]\n");
            // The run's end does not wait for anybody to be told of it.
            Assert.Equal("success", (await host.Http.EndAsync(run)).GetProperty("status").GetString());
            first = await receiver.NextAsync();
            await host.KillAsync();
        }

        await using var second = await HostProcess.StartAsync(folder.Path, Signing.Settings);
        var again = await receiver.NextAsync();

        Signing.AssertSigned(again);
        Assert.Equal(first.Id, again.Id);
        Assert.Equal(first.Body, again.Body);
        Assert.Equal("run.succeeded", Type(again));
        Assert.Equal(run, Data(again).GetProperty("runId").GetGuid());
    }

    private static string? Type(Webhook webhook) => JsonDocument.Parse(webhook.Body).RootElement.GetProperty("type").GetString();

    private static JsonElement Data(Webhook webhook) => JsonDocument.Parse(webhook.Body).RootElement.GetProperty("data");
}
