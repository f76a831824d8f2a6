using System.Text.Json.Nodes;
using Monolith.Plugins.Deployment.Gateways;
using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;

namespace Monolith.Plugins.Deployment.Inspect;

internal sealed class StatusAction : IPluginAction
{
    public AgentAction Description { get; } = new("status", "Says what a target runs and how its requests went.", KnownSchema.Text);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var named = TargetSettings.Of(context);
        var folder = TargetFolder.Of(context, named.State, named.Name);
        if (folder.Read() is not { } journal)
        {
            return AgentResult.Success() with { Outputs = new JsonObject { ["version"] = null, ["previous"] = null, ["instances"] = new JsonArray() } };
        }

        using var gateway = new GatewayClient(folder.Socket);
        var status = await gateway.FindAsync(cancellationToken);
        var traffic = status is not null && journal.Live is { } live ? status.TrafficOf(live.Group) : null;
        return AgentResult.Success() with { Outputs = Outputs(journal, status), Metrics = traffic?.Metrics("deployment") ?? [] };
    }

    private static JsonObject Outputs(Journal journal, GatewayStatus? status) => new()
    {
        ["version"] = journal.Live?.Release.Version,
        ["previous"] = journal.Previous?.Version,
        ["underWay"] = journal.Change?.Next.Release.Version,
        ["gateway"] = status is null ? null : $"http://{status.Address}:{status.Port}",
        ["instances"] = new JsonArray([.. (journal.Live?.Instances ?? []).Select(instance => (JsonNode)Line(instance, status))]),
    };

    private static JsonObject Line(Instance instance, GatewayStatus? status)
    {
        var seen = status?.Destinations.FirstOrDefault(destination => destination.Id == instance.Id);
        return new JsonObject
        {
            ["id"] = instance.Id,
            ["address"] = instance.Address,
            ["healthy"] = seen?.Healthy,
            ["weight"] = seen?.Weight,
            ["requests"] = seen?.Requests,
            ["errors"] = seen?.Errors,
        };
    }
}
