using System.Globalization;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Figures;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Tests.Decisions;
using Monolith.Pipelines.Tests.Runs;

namespace Monolith.Pipelines.Tests.Figures;

public sealed class RunFiguresTests
{
    private readonly Meter meter = new();

    [Fact]
    public void Count_RetryThenSuccess_TellsBothAttemptsAndTheRun()
    {
        var run = Given.Started("stages:\n  - { id: a, agent: x, action: y, retry: { backoff: 2s } }\n");
        run.Pass(TimeSpan.FromSeconds(1)).Fail("a", retryable: true).Pass(TimeSpan.FromSeconds(2)).Pass(TimeSpan.FromSeconds(4)).Succeed("a");

        Count(run);

        Assert.Equal(["x Retried 1", "x Success 4", "run Success 7"], meter.Told);
    }

    [Fact]
    public void Count_GatesOfAFailedStage_AreToldEach()
    {
        var run = Given.Started("""
            stages:
              - { id: a, agent: x, action: y, gates: ["line_coverage >= 80", { metric: p95, operator: "<", threshold: 500, blocking: false }] }
            """).Succeed("a", new Dictionary<string, double> { ["p95"] = 1 });

        Count(run);

        Assert.Equal(["x Failed 0", "gate False True", "gate True False", "run Failed 0"], meter.Told);
    }

    [Fact]
    public void Count_WaitsAndJoins_AreNobodysWork()
    {
        var run = Given.Started("stages:\n  - { id: w, wait: { for: 5s } }\n").Pass(TimeSpan.FromSeconds(5));

        Count(run);

        Assert.Equal(["run Success 5"], meter.Told);
    }

    [Fact]
    public void Count_Decisions_AreToldByCategory()
    {
        var run = Asking.Run("a").Ask("a", Asking.People(1, "bob"));
        run.Do(run.Say(Verdict.Revise, "bob"));
        run.Ask("a", new DecisionRuling(IsAutomatic: true, "sure enough", [], "policy"));

        Count(run);

        Assert.Equal(["Required", "Revised", "AutoApproved"], meter.Told.Where(told => told.StartsWith("decision", StringComparison.Ordinal)).Select(told => told.Split(' ')[2]));
    }

    private void Count(Given run) => new RunFigures([meter]).Count(run.Run, run.Events);

    private sealed class Meter : IRunMeter
    {
        public List<string> Told { get; } = [];

        public void RunEnded(RunStatus status, TimeSpan took) => Tell($"run {status} {took.TotalSeconds}");

        public void AttemptEnded(string agent, AttemptOutcomeKind outcome, TimeSpan took) => Tell($"{agent} {outcome} {took.TotalSeconds}");

        public void GateEvaluated(bool passed, bool blocking) => Tell($"gate {passed} {blocking}");

        public void DecisionMoved(string category, DecisionChange change) => Tell($"decision {category} {change}");

        private void Tell(FormattableString text) => Told.Add(text.ToString(CultureInfo.InvariantCulture));
    }
}
