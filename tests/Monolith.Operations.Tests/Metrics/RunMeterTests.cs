using Monolith.Operations.Tests.Support;
using Monolith.Pipelines.Contracts;

namespace Monolith.Operations.Tests.Metrics;

public sealed class RunMeterTests
{
    [Fact]
    public async Task Meter_ToldOfRunsStagesAndGates_CountsThem()
    {
        await using var app = await MetricsApp.StartAsync();
        var meter = app.Get<IRunMeter>();
        meter.AttemptEnded("git", AttemptOutcomeKind.Retried, TimeSpan.FromSeconds(2));
        meter.AttemptEnded("git", AttemptOutcomeKind.Success, TimeSpan.FromSeconds(3));
        meter.GateEvaluated(passed: false, blocking: true);
        meter.GateEvaluated(passed: true, blocking: false);
        meter.RunEnded(RunStatus.Failed, TimeSpan.FromSeconds(5));
        meter.DecisionMoved("security_affecting", DecisionChange.Required);
        meter.DecisionMoved("security_affecting", DecisionChange.Voided);

        var lines = await app.LinesAsync();

        Assert.Contains("""monolith_stage_duration_seconds_sum{agent="git",outcome="retried"} 2""", lines);
        Assert.Contains("""monolith_stage_duration_seconds_count{agent="git",outcome="success"} 1""", lines);
        Assert.Contains("""monolith_stage_retries_total{agent="git"} 1""", lines);
        Assert.Contains("""monolith_gate_results_total{result="failed",blocking="true"} 1""", lines);
        Assert.Contains("""monolith_gate_results_total{result="passed",blocking="false"} 1""", lines);
        Assert.Contains("""monolith_runs_finished_total{status="failed"} 1""", lines);
        Assert.Contains("""monolith_runs_finished_total{status="success"} 0""", lines);
        Assert.Contains("""monolith_run_duration_seconds_sum{status="failed"} 5""", lines);
        Assert.Contains("""monolith_decisions_total{category="security_affecting",outcome="required"} 1""", lines);
        Assert.Contains("""monolith_decisions_total{category="security_affecting",outcome="voided"} 1""", lines);
        Assert.Contains("""monolith_decisions_total{category="security_affecting",outcome="approved"} 0""", lines);
    }

    [Fact]
    public async Task Meter_MoreAgentsThanTheBound_ShareOneLabel()
    {
        await using var app = await MetricsApp.StartAsync();
        var meter = app.Get<IRunMeter>();
        for (var number = 0; number < 1_000; number++)
            meter.AttemptEnded($"agent-{number}", AttemptOutcomeKind.Success, TimeSpan.FromSeconds(1));

        var lines = await app.LinesAsync();

        Assert.Equal(101, lines.Count(line => line.StartsWith("monolith_stage_retries_total", StringComparison.Ordinal)));
        Assert.Contains("""monolith_stage_duration_seconds_count{agent="other",outcome="success"} 900""", lines);
    }

    [Fact]
    public async Task Meter_KnownAgent_AllocatesNothing()
    {
        await using var app = await MetricsApp.StartAsync();
        var meter = app.Get<IRunMeter>();
        Tell(meter);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var number = 0; number < 1_000; number++)
            Tell(meter);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Tell(IRunMeter meter)
        {
            meter.AttemptEnded("git", AttemptOutcomeKind.Success, TimeSpan.FromSeconds(3));
            meter.GateEvaluated(passed: true, blocking: true);
            meter.RunEnded(RunStatus.Success, TimeSpan.FromSeconds(5));
        }
    }
}
