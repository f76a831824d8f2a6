using Monolith.Pipelines.Contracts;
using Prometheus;

namespace Monolith.Operations.Metrics.Runs;

/// <summary>The metrics of runs and stages. Every series is looked up once and kept.</summary>
internal sealed class RunMeter : IRunMeter
{
    /// <summary>More agents than anybody loads.</summary>
    private const int MostAgents = 100;

    /// <summary>Agents name categories as they like.</summary>
    private const int MostCategories = 50;

    private readonly Dictionary<RunStatus, (Counter.Child Count, Histogram.Child Duration)> ended = [];
    private readonly Counter.Child[] gates;
    private readonly BoundedNames<AgentSeries> agents;
    private readonly BoundedNames<DecisionSeries> categories;

    public RunMeter(HostMetrics factory)
    {
        var runs = factory.Counter("monolith_runs_finished_total", "Runs that ended, by how they ended.", "status");
        var durations = factory.Histogram(
            "monolith_run_duration_seconds", "How long runs took from being accepted to their end, waits included.", MetricBuckets.Seconds, "status");
        foreach (var status in new[] { RunStatus.Success, RunStatus.Failed, RunStatus.Cancelled })
        {
            var name = LabelText.Of(status);
            ended[status] = (runs.WithLabels(name), durations.WithLabels(name));
        }

        // All from the start: a counter that appears with its first value hides its first rise.
        var results = factory.Counter("monolith_gate_results_total", "Quality gates that were looked at.", "result", "blocking");
        gates =
        [
            results.WithLabels("failed", "false"),
            results.WithLabels("failed", "true"),
            results.WithLabels("passed", "false"),
            results.WithLabels("passed", "true"),
        ];

        var metrics = new AgentMetricSet(factory);
        agents = new(MostAgents, agent => new AgentSeries(metrics, agent));
        var decisions = factory.Counter("monolith_decisions_total", "Decisions that were asked for and settled, by category.", "category", "outcome");
        categories = new(MostCategories, category => new DecisionSeries(decisions, category));
    }

    public void RunEnded(RunStatus status, TimeSpan took)
    {
        if (!ended.TryGetValue(status, out var series))
            return;
        series.Count.Inc();
        series.Duration.Observe(took.TotalSeconds);
    }

    public void AttemptEnded(string agent, AttemptOutcomeKind outcome, TimeSpan took) => agents.Of(agent).Ended(outcome, took);

    public void GateEvaluated(bool passed, bool blocking) => gates[(passed ? 2 : 0) + (blocking ? 1 : 0)].Inc();

    public void DecisionMoved(string category, DecisionChange change) => categories.Of(category).Count(change);
}
