using Monolith.Plugins.Deployment.Gateways;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets;

namespace Monolith.Plugins.Deployment.Rollouts;

/// <summary>Gives everything back to the version that is live.</summary>
internal sealed class Reversal(IAgentContext context, OpenTarget target)
{
    private readonly Fleet fleet = new(context, target);

    private Journal Journal => target.Journal.Current;

    /// <summary>Takes the deployment that is under way back as a whole.</summary>
    public async Task TakeBackAsync(CancellationToken cancellationToken)
    {
        var failed = Journal.Change!.Next;
        await RouteBackAsync(cancellationToken);
        await RestoreAsync(cancellationToken);
        await fleet.StopAsync(failed.Instances, failed.Release.Launch.Drain, cancellationToken);
        target.Journal.Write(Journal with { Change = null });
        await RouteBackAsync(cancellationToken);
    }

    /// <summary>All requests go to those live instances that there are.</summary>
    public Task RouteBackAsync(CancellationToken cancellationToken)
    {
        List<Share> shares = [];
        if (Journal.Live is { } live)
        {
            shares.Add(new(live, 1));
        }

        // Kept in sight with no requests until they have answered.
        if (Journal.Change is { } change)
        {
            shares.Add(new(change.Next, 0));
        }

        var path = (Journal.Live ?? Journal.Change?.Next)?.Release.Launch.HealthPath ?? "/";
        return target.Gateway.RouteAsync(new RouteOrder(path, shares, Guarded: null, OverrideTrip: true), cancellationToken);
    }

    /// <summary>Starts what is missing of the live version.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        for (var place = 0; place < (Journal.Live?.Release.Launch.Replicas ?? 0); place++)
        {
            var fault = await fleet.StartAsync(
                Journal.Live!, place, instance => target.Journal.Write(Journal with { Live = Journal.Live!.With(instance) }), cancellationToken);
            if (fault is not null)
            {
                throw new DeploymentException(Failed.Execution($"The live version {Journal.Live!.Release.Version} cannot be restored. {fault}"));
            }

            await RouteBackAsync(cancellationToken);
        }
    }
}
