using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.People;

/// <summary>What a stage may spend, in US dollars. Null where nobody says.</summary>
internal static class StageBudget
{
    /// <summary>What an approval is bound to: what the decision names, else what the definition allows the stage, else the run.</summary>
    public static double? Asked(RunState run, GraphStage stage, double? named) =>
        named ?? stage.Definition.Budget ?? run.Definition.Definition.Budget;

    /// <summary>What models may cost: as the definition says, and not more than was approved.</summary>
    public static decimal? Allowed(GraphStage stage, DecisionState? decided)
    {
        var approved = decided is { Status: DecisionStatus.Approved } ? decided.Subject.Budget : null;
        var allowed = (stage.Definition.Budget, approved) switch
        {
            ({ } own, { } seen) => Math.Min(own, seen),
            var (own, seen) => own ?? seen,
        };
        return (decimal?)allowed;
    }
}
