using Monolith.Agents.Sdk;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.People;

internal static class DecisionViews
{
    /// <returns>A decision as the agent sees it.</returns>
    public static AgentApproval ForAgent(DecisionState decided)
    {
        var isRevision = decided.Status == DecisionStatus.Revised;
        string[] by = isRevision ? [decided.By!] : [.. decided.Votes.Select(vote => vote.By)];
        return new AgentApproval(decided.Id.ToString(), isRevision, decided.Option, by, decided.Reason ?? "", decided.Remark);
    }
}
