using Monolith.Plugins.Deployment.Rollouts;
using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;

namespace Monolith.Plugins.Deployment.Targets.Kubernetes;

/// <summary>
/// Deploys to a cluster: a Deployment for each version and one Service before them. Requests are shifted by the Service's selector and by
/// numbers of replicas; the cluster's own readiness says how a version does.
/// </summary>
internal sealed class ClusterDeployer(IAgentContext context, OpenTarget target) : IDeployer
{
    private Journal Journal => target.Journal.Current;

    public async Task<Finished> DeployAsync(Release release, Policy policy, string key, CancellationToken cancellationToken)
    {
        if (Journal.Finished is { } done && done.Key == key && Journal.Change is null)
        {
            context.Log.Info("This deployment was finished by an earlier execution.");
            return done;
        }

        using var cluster = new Cluster(context, target.Settings);
        if (Journal.Change is { } left && left.Key != key)
        {
            context.Log.Warn($"A deployment of version {left.Next.Release.Version} was not finished; it is taken back.");
            await TakeBackAsync(cluster, cancellationToken);
        }

        if (Journal.Change is null)
        {
            var generation = Journal.Generation + 1;
            target.Journal.Write(Journal with { Generation = generation, Change = new Change(key, new Deployed(release, generation, []), Step: 0) });
        }

        var fault = await ShiftAsync(cluster, policy, cancellationToken);
        return fault is null ? await CommitAsync(cluster, key, cancellationToken) : await RollBackAsync(cluster, key, fault, cancellationToken);
    }

    private async Task<string?> ShiftAsync(Cluster cluster, Policy policy, CancellationToken cancellationToken)
    {
        try
        {
            var (next, old) = (Journal.Change!.Next, Journal.Live);
            await cluster.ApplyAsync(ClusterObjects.Deployment(target.Settings.Name, next), cancellationToken);
            foreach (var step in ClusterStep.Of(policy, next.Release.Launch.Replicas, old?.Release.Launch.Replicas ?? 0))
            {
                if (await TakeStepAsync(cluster, step, policy, next, old, cancellationToken) is { } fault)
                {
                    return fault;
                }
            }

            return null;
        }
        catch (DeploymentException fault) when (!fault.Failure.Error!.Retryable)
        {
            return fault.Message;
        }
    }

    private async Task<string?> TakeStepAsync(
        Cluster cluster, ClusterStep step, Policy policy, Deployed next, Deployed? old, CancellationToken cancellationToken)
    {
        if (step.OldFirst)
        {
            await cluster.ScaleAsync(NameOf(old!), step.Old, cancellationToken);
        }

        await cluster.ScaleAsync(NameOf(next), step.New, cancellationToken);
        var rollout = new ClusterWatch(context, cluster, NameOf(next), step.New);
        if (await rollout.ReadyAsync(next.Release.Launch.HealthWithin, cancellationToken) is { } fault)
        {
            return fault;
        }

        await SelectAsync(cluster, next, step.SelectsAll, cancellationToken);
        if (old is not null)
        {
            await cluster.ScaleAsync(NameOf(old), step.Old, cancellationToken);
        }

        context.Log.Info($"Version {next.Release.Version} has {step.New} replicas, the old one {step.Old}.");
        return await rollout.StaysReadyAsync(policy.Observe, cancellationToken);
    }

    private async Task<Finished> CommitAsync(Cluster cluster, string key, CancellationToken cancellationToken)
    {
        var (old, next) = (Journal.Live, Journal.Change!.Next);
        var finished = new Finished(key, Fault: null, Metrics(next.Release.Launch.Replicas, rolledBack: false));
        target.Journal.Write(Journal with { Live = next, Previous = old?.Release ?? Journal.Previous, Change = null, Finished = finished });
        await cluster.KeepOnlyAsync([NameOf(next)], cancellationToken);
        context.Log.Info($"Version {next.Release.Version} is live.");
        return finished;
    }

    private async Task<Finished> RollBackAsync(Cluster cluster, string key, string fault, CancellationToken cancellationToken)
    {
        context.Log.Error(fault);
        var rolledBack = Journal.Live is not null;
        await TakeBackAsync(cluster, cancellationToken);
        var finished = new Finished(key, fault, Metrics(Journal.Live?.Release.Launch.Replicas ?? 0, rolledBack));
        target.Journal.Write(Journal with { Finished = finished });
        return finished;
    }

    private async Task TakeBackAsync(Cluster cluster, CancellationToken cancellationToken)
    {
        if (Journal.Live is { } live)
        {
            var replicas = live.Release.Launch.Replicas;
            await cluster.ApplyAsync(ClusterObjects.Deployment(target.Settings.Name, live), cancellationToken);
            await cluster.ScaleAsync(NameOf(live), replicas, cancellationToken);
            var fault = await new ClusterWatch(context, cluster, NameOf(live), replicas).ReadyAsync(live.Release.Launch.HealthWithin, cancellationToken);
            await SelectAsync(cluster, live, all: false, cancellationToken);
            if (fault is not null)
            {
                throw new DeploymentException(Failed.Execution($"The live version {live.Release.Version} cannot be restored. {fault}"));
            }
        }

        await cluster.KeepOnlyAsync(Journal.Live is { } kept ? [NameOf(kept)] : [], cancellationToken);
        target.Journal.Write(Journal with { Change = null });
    }

    private Task SelectAsync(Cluster cluster, Deployed version, bool all, CancellationToken cancellationToken) => cluster.SelectAsync(
        all ? null : version.Group, target.Settings.Port ?? throw new ParameterException("target.port", "is missing: say where the service is to listen"),
        ClusterObjects.PortOf(version.Release.Launch), cancellationToken);

    private string NameOf(Deployed version) => ClusterObjects.NameOf(target.Settings.Name, version);

    private static Dictionary<string, double> Metrics(int replicas, bool rolledBack) =>
        new() { ["deployment.replicas"] = replicas, ["deployment.rolled_back"] = rolledBack ? 1 : 0 };
}
