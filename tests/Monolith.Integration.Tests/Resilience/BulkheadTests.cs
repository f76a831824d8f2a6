using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Resilience;

public sealed class BulkheadTests
{
    [Fact]
    public async Task MaxConcurrent_OfAnAgent_HoldsItBackAndNoOther()
    {
        using var folder = new TestFolder();
        Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        var (journal, go) = (folder["journal"], folder["go"]);
        await using var host = await HostProcess.StartAsync(folder.Path, ("Engine__Agents__recorder__MaxConcurrent", "1"), ("Engine__MaxConcurrentStages", "2"));

        var run = await host.Http.StartAsync($$"""
            name: crowded
            stages:
              - { id: a, agent: recorder, action: record, parameters: { file: {{journal}}, waitFor: {{go}} } }
              - { id: b, agent: recorder, action: record, parameters: { file: {{journal}}, waitFor: {{go}} } }
              - { id: c, agent: recorder, action: record, parameters: { file: {{journal}}, waitFor: {{go}} } }
              - { id: other, agent: command, action: run, parameters: { script: "true" } }
            """);
        // With two places on the host, those that wait for the recorder's one place take none of them.
        await host.Http.UntilAsync(run, (type, _) => type == "stage_succeeded");
        while (!File.Exists(journal))
            await Task.Yield();
        Assert.Single(await File.ReadAllLinesAsync(journal));
        await File.WriteAllTextAsync(go, "");

        Assert.Equal("success", (await host.Http.EndAsync(run)).GetProperty("status").GetString());
        Assert.Equal(3, (await File.ReadAllLinesAsync(journal)).Length);
    }
}
