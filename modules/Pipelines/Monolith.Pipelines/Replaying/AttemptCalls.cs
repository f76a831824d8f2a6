using Monolith.Pipelines.Contracts.Replaying;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Engine.People;
using Monolith.Pipelines.Engine.Stages;
using Monolith.Pipelines.Expressions;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Replaying;

/// <summary>What an agent was given, from the run as it was when the attempt began.</summary>
internal static class AttemptCalls
{
    public static RecordedAttempt Of(RunState run, GraphStage stage, int attempt)
    {
        var resolved = ResolvedStage.Of(run, stage);
        var recorded = new RecordedAttempt
        {
            RunId = run.Id,
            Pipeline = run.Definition.Definition.Name,
            Project = run.Project,
            StageId = stage.Definition.Id,
            Attempt = attempt,
            Agent = stage.Definition.Agent,
            Action = stage.Definition.Action,
            ContentHash = run.Plugins.GetValueOrDefault(stage.Definition.Agent),
        };
        if (!resolved.IsSuccess)
            return recorded with { Untold = $"Its expressions cannot be resolved: {resolved.Problems[0].Message}" };
        return recorded with
        {
            Parameters = resolved.Value.Parameters,
            Environment = resolved.Value.Environment,
            Inputs = ExpressionScopes.OutputsBefore(run, stage),
            Answers = run.Stages[stage.Index].Answers,
            Decision = run.Stages[stage.Index].Decision is { } id && run.Decisions[id] is { Status: DecisionStatus.Approved or DecisionStatus.Revised } decided ? DecisionViews.ForAgent(decided) : null,
            HasSecretParameters = SecretReference.Names(stage.Definition.Parameters).Any(),
        };
    }
}
