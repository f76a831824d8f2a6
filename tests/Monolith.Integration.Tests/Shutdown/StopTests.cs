using System.Diagnostics;
using System.Net;
using Monolith.Integration.Tests.Hosting;
using Xunit.Abstractions;

namespace Monolith.Integration.Tests.Shutdown;

/// <summary>SIGTERM to a real host with a request, a live stream and a stage under way.</summary>
[Collection(Timed.Name)]
public sealed class StopTests(ITestOutputHelper output)
{
    private const string Noop = "name: noop\nstages: [{ id: a, agent: recorder, action: noop }]\n";

    [Fact]
    public async Task Stop_RequestStreamAndStageUnderWay_EachEndsAsPromised()
    {
        using var folder = new TestFolder();
        Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        var host = await HostProcess.StartAsync(folder.Path);
        var run = await host.Http.StartAsync(Waiting(folder));
        await host.Http.UntilAsync(run, (type, _) => type == "stage_started");
        using var stream = await OpenStreamAsync(host, run);
        using var held = new HeldRequest(Noop);
        var underWay = await held.BeginAsync(host.Http.BaseAddress!);

        var clock = Stopwatch.StartNew();
        Signals.Send("TERM", host.ProcessId);
        await UntilNotReadyAsync(host, clock);
        await AssertDrainsAsync(host);
        held.LetGo();
        using var accepted = await underWay;
        var told = await new StreamReader(await stream.Content.ReadAsStreamAsync()).ReadToEndAsync();
        Assert.Equal(0, await host.ExitAsync());

        output.WriteLine(PhaseLog.Line(host));
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Contains("event: run_interrupted", told, StringComparison.Ordinal);
        Assert.EndsWith("event: closing\ndata: {}\n\n", told, StringComparison.Ordinal);
        Assert.Equal(PhaseLog.Complete, PhaseLog.Of(host).Select(phase => phase.Phase));
        await host.DisposeAsync();
        await AssertResumesAsync(folder, run, (await accepted.JsonAsync()).GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Stop_SecondSignal_EndsAtOnce()
    {
        using var folder = new TestFolder();
        using var postgres = new PostgresServer();
        await using var host = await HostProcess.StartAsync(folder.Path, ("ConnectionStrings__Postgres", postgres.ConnectionString));
        using var held = new HeldRequest(Noop);
        var underWay = await held.BeginAsync(host.Http.BaseAddress!);
        Signals.Send("TERM", host.ProcessId);
        await UntilNotReadyAsync(host, Stopwatch.StartNew());

        Signals.Send("TERM", host.ProcessId);

        Assert.NotEqual(0, await host.ExitAsync().WaitAsync(TimeSpan.FromSeconds(3)));
        Assert.DoesNotContain("saving_state", host.Output, StringComparison.Ordinal);
        await AssertBrokenOffAsync(held, underWay);
    }

    [Fact]
    public async Task Stop_RequestNeverEndsAndDatabaseIsFrozen_PhasesRunOnAndTheProcessEnds()
    {
        using var folder = new TestFolder();
        using var postgres = new PostgresServer();
        Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        await using var host = await HostProcess.StartAsync(
            folder.Path, ("ConnectionStrings__Postgres", postgres.ConnectionString), ("Shutdown__Drain", "00:00:01"), ("Shutdown__SavingState", "00:00:02"),
            ("Shutdown__ClosingConnections", "00:00:01"), ("Shutdown__Cleanup", "00:00:00.500"), ("Shutdown__ForceExit", "00:00:07"));
        var run = await host.Http.StartAsync(Waiting(folder));
        await host.Http.UntilAsync(run, (type, _) => type == "stage_started");
        using var held = new HeldRequest(Noop);
        var underWay = await held.BeginAsync(host.Http.BaseAddress!);

        postgres.Freeze();
        var clock = Stopwatch.StartNew();
        Signals.Send("TERM", host.ProcessId);
        var exit = await host.ExitAsync();

        output.WriteLine($"{PhaseLog.Line(host)}; ended after {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal(1, exit);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(9), $"It took {clock.Elapsed}.");
        Assert.Equal(PhaseLog.Complete[..^1], PhaseLog.Of(host).Select(phase => phase.Phase).Take(5));
        Assert.Contains("failed", host.Output, StringComparison.Ordinal);
        await AssertBrokenOffAsync(held, underWay);
    }

    [Fact]
    public async Task Start_PhasesLongerThanTheForcedExit_IsRefused()
    {
        using var folder = new TestFolder();

        var (exitCode, said) = await HostProcess.RunAsync(folder.Path, [], ("Shutdown__Drain", "00:01:00"));

        Assert.Equal(2, exitCode);
        Assert.Contains("Shutdown:ForceExit: The phases may take 00:01:14", said, StringComparison.Ordinal);
    }

    /// <summary>Its body goes on first: a client may wait for its own body before it tells that the connection is gone.</summary>
    private static async Task AssertBrokenOffAsync(HeldRequest held, Task<HttpResponseMessage> underWay)
    {
        held.LetGo();
        await Assert.ThrowsAsync<HttpRequestException>(() => underWay.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    private static string Waiting(TestFolder folder) => $$"""
        name: long
        mode: sequential
        stages:
          - { id: a, agent: recorder, action: noop }
          - { id: b, agent: recorder, action: record, parameters: { file: {{folder["journal"]}}, waitFor: {{folder["go"]}} } }
        """;

    private static async Task<HttpResponseMessage> OpenStreamAsync(HostProcess host, Guid run)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{run}/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        return await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private async Task UntilNotReadyAsync(HostProcess host, Stopwatch clock)
    {
        while (true)
        {
            using var ready = await host.Http.GetAsync("/health/ready");
            if (ready.StatusCode == HttpStatusCode.ServiceUnavailable)
                break;
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), "It is still ready.");
        }

        output.WriteLine($"not ready {clock.Elapsed.TotalMilliseconds:0} ms after SIGTERM");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1));
    }

    private static async Task AssertDrainsAsync(HostProcess host)
    {
        using var alive = await host.Http.GetAsync("/health");
        using var refused = await host.Http.GetAsync("/api/v1/runs");
        var problem = await refused.JsonAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (alive.StatusCode, refused.StatusCode));
        Assert.Equal(TimeSpan.FromSeconds(5), refused.Headers.RetryAfter?.Delta);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal("HOST_STOPPING", problem.GetProperty("code").GetString());
    }

    private async Task AssertResumesAsync(TestFolder folder, Guid run, Guid acceptedWhileDraining)
    {
        await using var host = await HostProcess.StartAsync(folder.Path);
        var clock = Stopwatch.StartNew();
        await host.Http.UntilAsync(run, (type, change) =>
            type == "run_claimed" && change.GetProperty("data").GetProperty("interrupted").GetArrayLength() == 1);
        output.WriteLine($"resumed {clock.Elapsed.TotalMilliseconds:0} ms after the next start");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
        await File.WriteAllTextAsync(folder["go"], "");

        Assert.Equal("a:success b:success", (await host.Http.EndAsync(run)).Stages());
        Assert.Equal("success", (await host.Http.EndAsync(acceptedWhileDraining)).GetProperty("status").GetString());
    }
}
