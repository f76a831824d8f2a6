using Monolith.Plugins.Deployment.Inspect;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets;

namespace Monolith.Plugins.Deployment.Deploy;

internal sealed class StopAction : IPluginAction
{
    public AgentAction Description { get; } = new("stop", "Stops everything that runs at a target, and its gateway, and forgets the target.", KnownSchema.Text);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        using (var target = OpenTarget.Find(context))
        {
            if (target is null)
            {
                context.Log.Info("Nothing was deployed there.");
                return AgentResult.Success();
            }

            await target.GatewayProcess.StopAsync(cancellationToken);
            foreach (var instance in Instances(target.Journal.Current))
            {
                await target.Target.StopAsync(instance.Id, cancellationToken);
            }

            await target.Target.KeepOnlyAsync([], cancellationToken);
            Folders.Delete(target.Folder.Path);
        }

        return AgentResult.Success();
    }

    private static IEnumerable<Instance> Instances(Journal journal) =>
        [.. journal.Live?.Instances ?? [], .. journal.Change?.Next.Instances ?? [], .. journal.Retiring];
}
