using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.Events.People;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Figures;

/// <summary>What events of decisions come to.</summary>
internal static class DecisionFigures
{
    public static void Count(IRunMeter meter, RunState run, IRunEvent change)
    {
        switch (change)
        {
            case DecisionRequested { Ruling.IsAutomatic: false } e:
                meter.DecisionMoved(e.Proposal.Category, DecisionChange.Required);
                break;
            case DecisionSettled e:
                var about = run.Decisions[e.Decision];
                meter.DecisionMoved(about.Proposal.Category, Settled(e.Status, about.Ruling.IsAutomatic));
                break;
            case DecisionEscalated e:
                meter.DecisionMoved(run.Decisions[e.Decision].Proposal.Category, DecisionChange.Escalated);
                break;
            case DecisionVoided e:
                meter.DecisionMoved(run.Decisions[e.Decision].Proposal.Category, DecisionChange.Voided);
                break;
        }
    }

    private static DecisionChange Settled(DecisionStatus status, bool isAutomatic) => status switch
    {
        DecisionStatus.Approved => isAutomatic ? DecisionChange.AutoApproved : DecisionChange.Approved,
        DecisionStatus.Revised => DecisionChange.Revised,
        _ => DecisionChange.Rejected,
    };
}
