using System.Net.Http.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Models;

/// <summary>A switch that is turned while the host runs, and what it does to a run.</summary>
[Collection(OneHost.Name)]
public sealed class PausedRunTests(HostFixture host)
{
    private const string Path = "/api/v1/features/models-paused";

    private const string Pipeline = """
        name: asks-when-paused
        stages:
          - { id: plan, agent: recorder, action: ask, parameters: { question: "What is the plan?" }, retry: { maxAttempts: 3 } }
        """;

    [Fact]
    public async Task Run_WhileModelsArePausedForItsPerson_FailsOnceAndSaysWhy()
    {
        Assert.Contains("No language model is configured", await EndOfAsync("eve"), StringComparison.Ordinal);
        using var put = await host.Http.PutAsJsonAsync(Path, new { enabled = true, people = new[] { "eve" } });
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());

        Assert.Contains("Retry the stage when the feature 'models-paused' is off again", await EndOfAsync("eve"), StringComparison.Ordinal);
        Assert.Contains("No language model is configured", await EndOfAsync("ada"), StringComparison.Ordinal);

        using var deleted = await host.Http.DeleteAsync(Path);
        Assert.Contains("No language model is configured", await EndOfAsync("eve"), StringComparison.Ordinal);
    }

    private async Task<string> EndOfAsync(string person)
    {
        using var request = Api.Yaml(HttpMethod.Post, "/api/v1/runs", Pipeline);
        request.Headers.Add("x-user-id", person);
        using var started = await host.Http.SendAsync(request);
        var ended = await host.Http.EndAsync((await started.JsonAsync()).GetProperty("id").GetGuid());
        Assert.Equal("plan:failed", ended.Stages());
        return ended.GetRawText();
    }
}
