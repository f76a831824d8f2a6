using Monolith.Plugins.Deployment.Rollouts;
using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets;

namespace Monolith.Plugins.Deployment.Deploy;

internal sealed class RollbackAction : IPluginAction
{
    private const string Schema = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["target"],
          "properties": {
            {{TargetSchema.Known}},
            {{PolicySchema.Properties}}
          }
        }
        """;

    public AgentAction Description { get; } = new("rollback", "Deploys the version that was live before the present one.", Schema);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var policy = Policy.Read(context.Parameters);
        using var target = OpenTarget.Find(context);
        // An execution that finished and was not committed has made the present version the previous one.
        if (target is null || Wanted(target.Journal.Current, context.IdempotencyKey) is not { } release)
        {
            return Failed.Execution("There is no version to go back to: fewer than two were deployed.");
        }

        var finished = await IDeployer.Of(context, target).DeployAsync(release, policy, context.IdempotencyKey, cancellationToken);
        return DeployResult.Of(target, release, finished);
    }

    private static Release? Wanted(Journal journal, string key) =>
        journal.Finished is { Fault: null } finished && finished.Key == key ? journal.Live?.Release : journal.Previous;
}
