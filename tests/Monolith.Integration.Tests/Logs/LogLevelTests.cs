using System.Net.Http.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Logs;

public sealed class LogLevelTests
{
    private const string Path = "/api/v1/operations/log-level";

    [Fact]
    public async Task LogLevel_Changed_CountsAtOnceAndUntilItIsGivenBack()
    {
        using var folder = new TestFolder();
        Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        await using var host = await HostProcess.StartAsync(folder.Path);

        await RunAsync(host, "quiet");
        var changed = await PutAsync(host, new { category = "Monolith.Pipelines", level = "debug" });
        await RunAsync(host, "loud");
        await LogLine.OneAsync(host, line => line.Text("stage_id") == "loud");
        var back = await PutAsync(host, new { category = "Monolith.Pipelines", level = (string?)null });
        await RunAsync(host, "silent");
        await host.StopAsync();

        Assert.Equal("debug", changed.GetProperty("levels").GetProperty("Monolith.Pipelines").GetString());
        Assert.False(back.GetProperty("levels").TryGetProperty("Monolith.Pipelines", out _));
        Assert.Equal("info", back.GetProperty("levels").GetProperty("Default").GetString());
        Assert.Equal(["loud"], LogLine.Of(host).Where(line => line.Text("operation") == "stage").Select(line => line.Text("stage_id")));
    }

    private static async Task<System.Text.Json.JsonElement> PutAsync(HostProcess host, object body)
    {
        using var response = await host.Http.PutAsJsonAsync(Path, body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    private static async Task RunAsync(HostProcess host, string stage) =>
        await host.Http.EndAsync(await host.Http.StartAsync($"name: levels\nstages: [{{ id: {stage}, agent: recorder, action: noop }}]"));
}
