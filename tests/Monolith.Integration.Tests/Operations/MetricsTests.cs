using System.Text.Json;
using Monolith.Integration.Tests.Hosting;
using YamlDotNet.Serialization;

namespace Monolith.Integration.Tests.Operations;

[Collection(OneHost.Name)]
public sealed class MetricsTests(HostFixture host)
{
    /// <summary>The contract's name; promtool's style rules would have it in seconds and say so.</summary>
    private const string AgreedOn = "http_request_duration_ms metric names should not contain abbreviated units";

    [PromtoolFact]
    public async Task Metrics_AfterRuns_AreTakenByPromtool()
    {
        await UseAsync();

        var (exitCode, said) = await Promtool.RunAsync(["check", "metrics"], await host.Http.GetStringAsync("/metrics"));

        // 3 means that it was read and that there is something to say about style.
        Assert.True(exitCode is 0 or 3, string.Join('\n', said));
        Assert.Empty(said.Except([AgreedOn]));
    }

    [Fact]
    public async Task Metrics_AfterARun_TellOfItAndItsStages()
    {
        var before = await SummaryAsync();
        await UseAsync();
        var after = await SummaryAsync();

        Assert.Equal(1, Rise("monolith_runs_finished_total", "status", "success"));
        Assert.Equal(1, Rise("monolith_runs_finished_total", "status", "failed"));
        Assert.True(Rise("monolith_stage_retries_total", "agent", "recorder") >= 1);
        Assert.True(Rise("monolith_gate_results_total", "result", "failed") >= 1);

        double Rise(string name, string label, string value) => Sum(after, name, label, value) - Sum(before, name, label, value);
    }

    [Fact]
    public async Task Metrics_ARunThatWaits_IsCounted()
    {
        var run = await host.Http.StartAsync("name: held\nstages: [{ id: w, wait: { signal: go } }]");
        await host.Http.UntilAsync(run, (type, _) => type == "stage_blocked");

        // Figures of the store may be two seconds old.
        var until = TimeProvider.System.GetTimestamp();
        double waiting;
        do
            waiting = Sum(await SummaryAsync(), "monolith_runs", "status", "waiting");
        while (waiting == 0 && TimeProvider.System.GetElapsedTime(until) < TimeSpan.FromSeconds(20));

        Assert.True(waiting >= 1);
        await host.Http.PostAsync($"/api/v1/runs/{run}/signals/go", null);
    }

    [Fact]
    public async Task DashboardAndAlerts_EveryMetricTheyName_IsEmitted()
    {
        await UseAsync();
        var named = DashboardExpressions().Concat(AlertExpressions()).SelectMany(PromQlNames.Of).Distinct().ToList();

        // Figures of the store may be two seconds old.
        var from = TimeProvider.System.GetTimestamp();
        List<string> missing;
        do
            missing = [.. named.Except(await EmittedAsync())];
        while (missing.Count > 0 && TimeProvider.System.GetElapsedTime(from) < TimeSpan.FromSeconds(20));

        Assert.True(named.Count > 20, string.Join(", ", named));
        Assert.Empty(missing);
    }

    [PromtoolFact]
    public async Task Alerts_AsKept_AreTakenAndPassTheirTests()
    {
        var (isTaken, said) = await Promtool.RunAsync(["check", "rules", Path.Combine(Built.Observability, "alerts.yaml")]);
        var (passes, saidOfTests) = await Promtool.RunAsync(["test", "rules", Path.Combine(Built.Observability, "alerts.test.yaml")]);

        Assert.True((isTaken, passes) is (0, 0), string.Join('\n', said.Concat(saidOfTests)));
    }

    [Fact]
    public void Names_OfAnExpression_AreTheMetricsAlone() => Assert.Equal(
        ["a_total", "b_bucket"],
        PromQlNames.Of("sum by (le, path) (rate(a_total{path=~\"x|y\", z=\"1\"}[5m])) / on (path) histogram_quantile(0.95, b_bucket) > 0.2 and sum(a_total) >= 5").Distinct());

    /// <summary>One run that succeeds, one that fails after a retry, one gate that fails, and a request for what is not there.</summary>
    private async Task UseAsync()
    {
        var good = await host.Http.StartAsync("""
            name: measured
            stages:
              - { id: a, agent: recorder, action: noop, gates: [{ metric: missing, operator: ">", threshold: 1, blocking: false }] }
            """);
        var bad = await host.Http.StartAsync("""
            name: measured
            stages: [{ id: a, agent: recorder, action: fail, parameters: { retryable: true }, retry: { maxAttempts: 2, backoff: 1ms } }]
            """);
        await host.Http.EndAsync(good);
        await host.Http.EndAsync(bad);
        await host.Http.GetAsync("/nowhere");
    }

    /// <summary>Prometheus makes <c>up</c> itself.</summary>
    private async Task<IEnumerable<string>> EmittedAsync() => (await host.Http.GetStringAsync("/metrics")).Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('{', ' ')[0]).Append("up");

    private async Task<JsonElement> SummaryAsync() => (await host.Http.JsonAsync("/metrics/summary")).GetProperty("metrics");

    private static double Sum(JsonElement metrics, string name, string label, string value) =>
        !metrics.TryGetProperty(name, out var metric) ? 0 : metric.GetProperty("values").EnumerateArray()
            .Where(series => series.GetProperty("labels").GetProperty(label).GetString() == value)
            .Sum(series => series.GetProperty("value").GetDouble());

    private static List<string> DashboardExpressions()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(Built.Observability, "dashboard.json")));
        return [.. from panel in dashboard.RootElement.GetProperty("panels").EnumerateArray()
            where panel.TryGetProperty("targets", out _)
            from target in panel.GetProperty("targets").EnumerateArray()
            select target.GetProperty("expr").GetString()!];
    }

    private static IEnumerable<string> AlertExpressions()
    {
        var file = new Deserializer().Deserialize<Dictionary<string, List<Dictionary<object, object>>>>(
            File.ReadAllText(Path.Combine(Built.Observability, "alerts.yaml")));
        return from rule in (List<object>)file["groups"][0]["rules"] select (string)((Dictionary<object, object>)rule)["expr"];
    }
}
