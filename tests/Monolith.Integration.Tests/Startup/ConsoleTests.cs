using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Startup;

[Collection(OneHost.Name)]
public sealed class ConsoleTests(HostFixture host)
{
    [Fact]
    public void Log_OutputRedirected_IsJsonLinesWithTheContractsFields()
    {
        var lines = host.Host.Output.Split('\n').Where(line => line.StartsWith('{')).ToList();

        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            using var entry = JsonDocument.Parse(line);
            foreach (var field in new[] { "level", "timestamp", "name", "component", "message" })
                Assert.True(entry.RootElement.TryGetProperty(field, out _), line);
        }
    }

    [Fact]
    public async Task Hangfire_RunStarted_ShowsAsAJob()
    {
        var name = $"shown-{Guid.NewGuid():N}";
        await host.Http.EndAsync(await host.Http.StartAsync($"name: {name}\nstages: [{{ id: a, agent: recorder, action: noop }}]\n"));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await host.Http.GetStringAsync("/hangfire/jobs/succeeded", patience.Token)).Contains(name, StringComparison.Ordinal))
            await Task.Delay(100, patience.Token);
    }
}
