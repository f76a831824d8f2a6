using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.People;

/// <summary>
/// Text that strangers wrote, in webhooks and issues, may be instructions to an agent, and all stages share a workspace. So in a run that such text
/// started, a stage with secrets, or one that deploys, waits for a decision though its author declared none.
/// </summary>
internal static class TaintedRun
{
    private const string Category = "security_affecting";

    private static readonly string[] Triggers = ["webhook", "event"];

    private static readonly string[] Deploying = ["deployment"];

    public static bool Reaches(RunState run, StageDefinition stage) =>
        (stage.Secrets.Count > 0 || Deploying.Contains(stage.Agent)) && Triggers.Contains(run.Trigger);

    public static DecisionProposal Proposal(RunState run, GraphStage stage)
    {
        var secrets = stage.Definition.Secrets;
        return new DecisionProposal(Category, $"Let stage '{stage.Definition.Id}' go on with what a {run.Trigger} brought?")
        {
            Description = secrets.Count == 0
                ? $"It deploys with the agent '{stage.Definition.Agent}'."
                : $"The agent '{stage.Definition.Agent}' gets the secrets {string.Join(", ", secrets)}. Look at the run's inputs and at what the stages before made of them.",
        };
    }
}
