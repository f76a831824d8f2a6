using Monolith.Plugins.Deployment.Gateways;
using Monolith.Plugins.Deployment.Rollouts;
using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets;

namespace Monolith.Plugins.Deployment.Strategies;

/// <summary>What strategies are made of. Each step is noted in the target's journal before it is done.</summary>
internal sealed class Rollout(IAgentContext context, OpenTarget target, Policy policy)
{
    private readonly Fleet fleet = new(context, target);
    private readonly Observation observation = new(context, target.Gateway, policy);
    private Traffic? before;

    public Deployed? Live => target.Journal.Current.Live;

    public Deployed Next => Change.Next;

    public int Step => Change.Step;

    private Change Change => target.Journal.Current.Change!;

    public void Note(string line) => context.Log.Info(line);

    public void Passed(int step) => Write(Change with { Step = step });

    /// <summary>Everything to old and new version.</summary>
    /// <param name="share">Percent that the new one gets.</param>
    public IReadOnlyList<Share> Split(double share) => Live is { } old ? [new(old, 100 - share), new(Next, share)] : [new(Next, share)];

    /// <summary>Every instance gets as much as any other.</summary>
    /// <param name="without">An old one that gets nothing any more.</param>
    public IReadOnlyList<Share> SplitByInstance(Instance? without = null)
    {
        if (Live is not { } old)
        {
            return Split(share: 100);
        }

        var left = without is null ? old : old.Without(without);
        return
        [
            new(Next, Next.Instances.Count), new(left, left.Instances.Count), new(old with { Instances = without is null ? [] : [without] }, 0),
        ];
    }

    public async Task<string?> StartAllAsync(CancellationToken cancellationToken)
    {
        for (var place = 0; place < Next.Release.Launch.Replicas; place++)
        {
            if (await StartAsync(place, cancellationToken) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    public Task<string?> StartAsync(int place, CancellationToken cancellationToken) =>
        fleet.StartAsync(Next, place, instance => Write(Change with { Next = Next.With(instance) }), cancellationToken);

    /// <param name="guard">Whether the gateway is to take the traffic back by itself when the new version fails.</param>
    public async Task<string?> RouteAsync(IReadOnlyList<Share> shares, bool guard, CancellationToken cancellationToken)
    {
        var guarded = guard && Live is { Instances.Count: > 0 } old ? new Guarded(Next, old, policy.MaxErrorRate, policy.MinErrors) : null;
        before = (await target.Gateway.StatusAsync(cancellationToken)).TrafficOf(Next.Group);
        return await target.Gateway.RouteAsync(new RouteOrder(Next.Release.Launch.HealthPath, shares, guarded, OverrideTrip: false), cancellationToken)
            ? null
            : await ObserveAsync(cancellationToken);
    }

    public async Task<string?> ObserveAsync(CancellationToken cancellationToken) =>
        await observation.WatchAsync(Next, before!, cancellationToken);

    /// <summary>Stops old instances, which the journal then no longer counts as live.</summary>
    public async Task RetireAsync(IReadOnlyList<Instance> instances, CancellationToken cancellationToken)
    {
        foreach (var instance in instances)
        {
            await fleet.StopAsync([instance], Live!.Release.Launch.Drain, cancellationToken);
            target.Journal.Write(target.Journal.Current with { Live = Live!.Without(instance) });
        }
    }

    private void Write(Change change) => target.Journal.Write(target.Journal.Current with { Change = change });
}
