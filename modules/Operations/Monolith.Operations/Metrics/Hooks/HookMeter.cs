using Monolith.Pipelines.Contracts.Triggers;
using Prometheus;

namespace Monolith.Operations.Metrics.Hooks;

/// <summary>The metrics of what comes from outside.</summary>
internal sealed class HookMeter(HostMetrics factory) : IHookMeter
{
    private readonly Counter deliveries = factory.Counter(
        "monolith_hook_deliveries_total", "Deliveries of webhooks and events, by what became of them.", "source", "outcome");

    public void Delivered(string source, string outcome) => deliveries.WithLabels(source, outcome).Inc();
}
