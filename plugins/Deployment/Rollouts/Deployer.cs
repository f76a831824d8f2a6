using Monolith.Plugins.Deployment.Gateways;
using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Strategies;
using Monolith.Plugins.Deployment.Targets;

namespace Monolith.Plugins.Deployment.Rollouts;

/// <summary>Does one deployment from its begin to its end, or from where a host that died left it.</summary>
internal sealed class Deployer(IAgentContext context, OpenTarget target) : IDeployer
{
    private readonly Fleet fleet = new(context, target);
    private readonly Reversal reversal = new(context, target);

    private Journal Journal => target.Journal.Current;

    public async Task<Finished> DeployAsync(Release release, Policy policy, string key, CancellationToken cancellationToken)
    {
        await FinishRetiringAsync(cancellationToken);
        if (Journal.Finished is { } finished && finished.Key == key && Journal.Change is null)
        {
            context.Log.Info("This deployment was finished by an earlier execution.");
            return finished;
        }

        var strategy = StrategyTable.Of(policy);
        await target.GatewayProcess.EnsureAsync(target.Settings, cancellationToken);
        await BeginAsync(release, key, cancellationToken);
        var fault = await ShiftAsync(strategy, policy, cancellationToken);
        var traffic = (await target.Gateway.StatusAsync(cancellationToken)).TrafficOf(Journal.Change!.Next.Group);
        return fault is null
            ? await CommitAsync(key, traffic, cancellationToken)
            : await RollBackAsync(key, fault, traffic, cancellationToken);
    }

    private async Task BeginAsync(Release release, string key, CancellationToken cancellationToken)
    {
        if (Journal.Change is { } left && left.Key != key)
        {
            context.Log.Warn($"A deployment of version {left.Next.Release.Version} was not finished; it is taken back.");
            await reversal.TakeBackAsync(cancellationToken);
        }

        if (Journal.Change is null)
        {
            var generation = Journal.Generation + 1;
            target.Journal.Write(Journal with { Generation = generation, Change = new Change(key, new Deployed(release, generation, []), Step: 0) });
        }
    }

    private async Task<string?> ShiftAsync(IStrategy strategy, Policy policy, CancellationToken cancellationToken)
    {
        try
        {
            return await strategy.ShiftAsync(new Rollout(context, target, policy), cancellationToken);
        }
        catch (DeploymentException fault)
        {
            return fault.Message;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody watches the new version any more. When the same attempt goes on, it gives the requests to it again.
            await reversal.RouteBackAsync(CancellationToken.None);
            throw;
        }
    }

    private async Task<Finished> CommitAsync(string key, Traffic traffic, CancellationToken cancellationToken)
    {
        var (old, next) = (Journal.Live, Journal.Change!.Next);
        var finished = new Finished(key, Fault: null, Metrics(traffic, rolledBack: false));
        IReadOnlyList<Share> shares = old is null ? [new(next, 1)] : [new(next, 1), new(old, 0)];
        await target.Gateway.RouteAsync(new RouteOrder(next.Release.Launch.HealthPath, shares, Guarded: null, OverrideTrip: true), cancellationToken);
        target.Journal.Write(Journal with
        {
            Live = next,
            Previous = old?.Release ?? Journal.Previous,
            Change = null,
            Retiring = old?.Instances ?? [],
            Finished = finished,
        });
        context.Log.Info($"Version {next.Release.Version} is live.");
        await FinishRetiringAsync(cancellationToken);
        return finished;
    }

    private async Task<Finished> RollBackAsync(string key, string fault, Traffic traffic, CancellationToken cancellationToken)
    {
        context.Log.Error(fault);
        var rolledBack = Journal.Live is not null;
        await reversal.TakeBackAsync(cancellationToken);
        var finished = new Finished(key, fault, Metrics(traffic, rolledBack));
        target.Journal.Write(Journal with { Finished = finished });
        return finished;
    }

    // A host may have died between the commit and the end of the old version.
    private async Task FinishRetiringAsync(CancellationToken cancellationToken)
    {
        if (Journal.Live is not { } live || Journal.Retiring.Count == 0)
        {
            return;
        }

        await fleet.StopAsync(Journal.Retiring, live.Release.Launch.Drain, cancellationToken);
        target.Journal.Write(Journal with { Retiring = [] });
        if (await target.Gateway.FindAsync(cancellationToken) is not null && Journal.Change is null)
        {
            await reversal.RouteBackAsync(cancellationToken);
        }

        await target.Target.KeepOnlyAsync([live.Release, .. Journal.Previous is { } previous ? [previous] : Array.Empty<Release>()], cancellationToken);
    }

    private static Dictionary<string, double> Metrics(Traffic traffic, bool rolledBack)
    {
        var metrics = traffic.Metrics("deployment");
        metrics["deployment.rolled_back"] = rolledBack ? 1 : 0;
        return metrics;
    }
}
