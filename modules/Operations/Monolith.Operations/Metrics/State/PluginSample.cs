using Monolith.Agents.Contracts;
using Prometheus;

namespace Monolith.Operations.Metrics.State;

internal sealed class PluginSample(HostMetrics factory, IAgentCatalog agents) : ISample
{
    private readonly Gauge plugins = factory.Gauge("monolith_plugins", "Plugins of this host, by what became of them.", "status");

    public Task TakeAsync()
    {
        var byStatus = agents.List().DistinctBy(agent => (agent.Plugin, agent.Status)).CountBy(agent => agent.Status).ToDictionary();
        foreach (var status in Enum.GetValues<AgentStatus>())
            plugins.WithLabels(LabelText.Of(status)).Set(byStatus.GetValueOrDefault(status));
        return Task.CompletedTask;
    }
}
