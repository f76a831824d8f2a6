using System.Diagnostics;
using System.Globalization;
using Monolith.Integration.Tests.Hosting;
using Xunit.Abstractions;

namespace Monolith.Integration.Tests.Shutdown.Rolling;

/// <summary>
/// Three hosts under load, each restarted in turn; StopTests and the drill of the chaos tests are its short sisters. With more turns:
/// <c>ROLLING_ROUNDS=20 dotnet test -s build/tests.long.runsettings --filter RollingRestart</c>.
/// </summary>
[Collection(Timed.Name)]
public sealed class RollingRestartTests(ITestOutputHelper output)
{
    private const int Hosts = 3;
    private const int Callers = 6;
    private const int LongRuns = 6;

    private static int Rounds => int.Parse(Environment.GetEnvironmentVariable("ROLLING_ROUNDS") ?? "1", CultureInfo.InvariantCulture);

    [Fact]
    [Trait("Length", "Long")]
    public async Task Restart_EachHostInTurnUnderLoad_NoRequestFailsAndNoRunIsLost()
    {
        await using var cluster = new Cluster(Hosts);
        await cluster.StartAsync();
        await using var balancer = new Balancer(cluster.Addresses);
        using var client = new Client(balancer);
        var load = new Load(client);
        var clock = Stopwatch.StartNew();
        for (var number = 0; number < LongRuns; number++)
            await load.StartAsync(LongRun(cluster, number));
        load.Begin(Callers);

        for (var turn = 0; turn < Hosts * Rounds; turn++)
            output.WriteLine(await cluster.RestartAsync(turn % Hosts));

        await load.EndAsync();
        var seconds = clock.Elapsed.TotalSeconds;
        await File.WriteAllTextAsync(cluster["go"], "");
        var ledger = new RunLedger(cluster.Database);
        var statuses = await ledger.EndedAsync(TimeSpan.FromSeconds(60));
        var lost = load.Runs.Where(run => statuses.GetValueOrDefault(run) != "success").ToList();
        output.WriteLine($"""
            {client.Answered} requests answered in {seconds:0.0} s, {client.Failures.Count} failed; asked again elsewhere: {client.Told} after 503, {client.Unreachable} after a refused connection
            {load.Runs.Count} runs accepted, {load.Runs.Count - lost.Count} succeeded, {lost.Count} lost; {await ledger.EventsAsync("run_interrupted")} interruptions
            """);

        foreach (var failure in client.Failures)
            output.WriteLine(failure);
        Assert.Empty(client.Failures);
        Assert.Empty(lost);
        Assert.Equal(load.Runs.Count, statuses.Count);
        Assert.True(await ledger.EventsAsync("run_interrupted") > 0, "No run was interrupted, so nothing was tried.");
    }

    /// <summary>Under way through all restarts.</summary>
    private static string LongRun(Cluster cluster, int number) => $$"""
        name: long
        mode: sequential
        stages:
          - { id: a, agent: recorder, action: noop }
          - { id: b, agent: recorder, action: record, parameters: { file: {{cluster[$"journal-{number}"]}}, waitFor: {{cluster["go"]}} } }
          - { id: c, agent: recorder, action: noop }
        """;
}
