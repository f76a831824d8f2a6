using System.Net;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Runs;

/// <summary>Two hosts on one PostgreSQL (the first one's own, by its socket) and one Redis.</summary>
public sealed class TwoHostsTests : IAsyncLifetime
{
    private readonly TestFolder one = new();
    private readonly TestFolder two = new();
    private readonly RedisServer redis = new();
    private HostProcess first = null!;
    private HostProcess second = null!;

    public async Task InitializeAsync()
    {
        (string, string)[] shared = [("ConnectionStrings__Redis", $"127.0.0.1:{redis.Port}"), ("Engine__Lease", "00:00:03"), ("Engine__Heartbeat", "00:00:00.500")];
        Plugins.Drop(one.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        Plugins.Drop(two.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        first = await HostProcess.StartAsync(one.Path, shared);
        var postgres = $"Host={one["postgres/socket"]};Username=monolith;Database=monolith";
        second = await HostProcess.StartAsync(two.Path, [.. shared, ("ConnectionStrings__Postgres", postgres)]);
    }

    public async Task DisposeAsync()
    {
        await second.DisposeAsync();
        await first.DisposeAsync();
        redis.Dispose();
        one.Dispose();
        two.Dispose();
    }

    [Fact]
    public async Task Cancel_OnTheOtherHost_StopsTheStageHere()
    {
        var (file, ended) = (one["file"], one["ended"]);
        var run = await first.Http.StartAsync($$"""
            name: elsewhere
            stages:
              - id: a
                agent: command
                action: run
                parameters: { script: "trap 'exit 1' TERM; touch {{file}}; sleep 600; touch {{ended}}" }
            """);
        await second.Http.UntilAsync(run, (type, _) => type == "stage_started");

        using var cancel = await second.Http.PostAsync($"/api/v1/runs/{run}/cancel", null);

        Assert.Equal(HttpStatusCode.OK, cancel.StatusCode);
        await first.Http.UntilAsync(run, (_, _) => false);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (Environments().Any(environment => environment.Contains($"MONOLITH_RUN={run}", StringComparison.Ordinal)))
            await Task.Delay(50, patience.Token);
    }

    [Fact]
    public async Task Kill_OfTheOwner_OtherHostFinishesTheRun()
    {
        var (journal, go) = (one["journal"], one["go"]);
        var run = await first.Http.StartAsync($$"""
            name: orphan
            mode: sequential
            stages:
              - { id: a, agent: recorder, action: record, parameters: { file: {{journal}} } }
              - { id: b, agent: recorder, action: record, parameters: { file: {{journal}}, waitFor: {{go}} } }
            """);
        await second.Http.UntilAsync(run, (type, _) => type == "stage_succeeded");

        await first.KillAsync();
        await second.Http.UntilAsync(run, (type, change) =>
            type == "run_claimed" && change.GetProperty("data").GetProperty("interrupted").GetArrayLength() == 1);
        await File.WriteAllTextAsync(go, "");

        var ended = await second.Http.EndAsync(run);
        Assert.Equal("a:success b:success", ended.Stages());
        Assert.Equal(["a", "b", "b"], (await File.ReadAllLinesAsync(journal)).Select(line => line.Split(' ')[1]));
        await StopServerOfTheDeadAsync();
    }

    /// <summary>Its sisters are PinnedVersionTests, at the engine.</summary>
    [Fact]
    [Trait("Length", "Long")]
    public async Task Signal_OnAHostWithoutTheVersion_IsGoneOnWithWhereItIs()
    {
        var journal = one["journal"];
        var serving = await VersionAsync(first);
        await File.WriteAllTextAsync(Path.Combine(one.Path, "plugins", "Monolith.Fixtures.Recorder", "version.txt"), "2");
        while (await VersionAsync(first) == serving)
            await Task.Yield();
        var run = await first.Http.StartAsync($$"""
            name: pinned
            stages:
              - { id: a, wait: { signal: go } }
              - { id: b, needs: [a], agent: recorder, action: record, parameters: { file: {{journal}} } }
            """);

        using var signal = await second.Http.PostAsync($"/api/v1/runs/{run}/signals/go", null);

        Assert.True(signal.IsSuccessStatusCode, await signal.Content.ReadAsStringAsync());
        Assert.Equal("a:success b:success", (await first.Http.EndAsync(run)).Stages());
        Assert.Equal(serving, await VersionAsync(second));
        Assert.Single(await File.ReadAllLinesAsync(journal));
    }

    private static async Task<string?> VersionAsync(HostProcess host) =>
        (await host.Http.JsonAsync("/api/v1/agents/recorder")).GetProperty("contentHash").GetString();

    /// <summary>The killed host's PostgreSQL lives on for its next start, which this test does not have.</summary>
    private async Task StopServerOfTheDeadAsync()
    {
        await second.KillAsync();
        var pid = File.ReadLines(one["postgres/data/postmaster.pid"]).First();
        using var kill = System.Diagnostics.Process.Start("kill", ["-INT", pid]);
        await kill.WaitForExitAsync();
    }

    private static IEnumerable<string> Environments() => Directory.EnumerateDirectories("/proc").Select(folder =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "environ"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    });
}
