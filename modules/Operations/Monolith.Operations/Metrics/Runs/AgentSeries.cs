using Monolith.Pipelines.Contracts;
using Prometheus;

namespace Monolith.Operations.Metrics.Runs;

/// <summary>The series of one agent.</summary>
internal sealed class AgentSeries(AgentMetricSet metrics, string agent)
{
    private readonly Histogram.Child[] durations =
        [.. Enum.GetValues<AttemptOutcomeKind>().Select(outcome => metrics.Durations.WithLabels(agent, LabelText.Of(outcome)))];

    private readonly Counter.Child retries = metrics.Retries.WithLabels(agent);

    public void Ended(AttemptOutcomeKind outcome, TimeSpan took)
    {
        durations[(int)outcome].Observe(took.TotalSeconds);
        if (outcome == AttemptOutcomeKind.Retried)
            retries.Inc();
    }
}

/// <summary>The metrics of agents.</summary>
internal sealed class AgentMetricSet(HostMetrics factory)
{
    public Histogram Durations { get; } = factory.Histogram(
        "monolith_stage_duration_seconds",
        "How long attempts of stages took, the wait for a free place on the host included.",
        MetricBuckets.Seconds,
        "agent",
        "outcome");

    public Counter Retries { get; } = factory.Counter(
        "monolith_stage_retries_total", "Attempts of stages that failed and are followed by another.", "agent");
}
