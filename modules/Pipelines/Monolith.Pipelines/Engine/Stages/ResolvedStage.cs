using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Expressions;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Stages;

/// <summary>What an agent is given for a stage, expressions resolved by the run as it is; references to secrets stay as they are written.</summary>
internal sealed record ResolvedStage(JsonElement Parameters, IReadOnlyDictionary<string, string> Environment)
{
    public static Result<ResolvedStage> Of(RunState run, GraphStage stage)
    {
        var environment = EnvironmentOf(run, stage);
        if (!stage.HasExpressions)
            return new ResolvedStage(stage.Definition.Parameters, environment);

        var scope = ExpressionScopes.For(run, stage);
        var parameters = ExpressionResolver.Resolve(stage.Definition.Parameters, scope);
        var variables = ExpressionResolver.Resolve(environment, scope);
        return parameters.IsSuccess && variables.IsSuccess
            ? new ResolvedStage(parameters.Value, variables.Value)
            : Result<ResolvedStage>.Failed([.. parameters.Problems, .. variables.Problems]);
    }

    private static Dictionary<string, string> EnvironmentOf(RunState run, GraphStage stage)
    {
        var environment = new Dictionary<string, string>(run.Definition.Definition.Environment);
        foreach (var (name, value) in stage.Definition.Environment)
            environment[name] = value;
        return environment;
    }
}
