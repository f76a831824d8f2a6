using System.Text.Json.Nodes;
using Monolith.Plugins.Deployment.Monitoring.Incidents;

namespace Monolith.Plugins.Deployment.Monitoring.Healing;

/// <summary>Asks people, or the policy, what is to be done.</summary>
internal static class HealProposal
{
    private const string Category = "incident_healing";
    private static readonly string[] Options = ["restart", "rollback", "redeploy", "none"];

    public static AgentResult Of(Incident incident) => AgentResult.Propose(new AgentDecision(Category, $"Heal {incident.Json["target"]}: {incident.Summary}".Cut(200))
    {
        Description = IncidentPage.Text(incident),
        Options = Options,
        Evidence = incident.Json.DeepClone(),
        Plan = new JsonObject { ["target"] = incident.Json["target"]!.DeepClone(), ["incident"] = incident.Number, ["attempt"] = incident.Attempts + 1 },
    });

    public static string Chosen(AgentApproval decision) => decision.IsRevision ? "none" : decision.Option ?? Options[0];
}
