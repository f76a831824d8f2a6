namespace Monolith.Plugins.Deployment.Strategies;

/// <summary>Replaces one instance after the other. The last old one stands by until the new version has proved itself.</summary>
internal sealed class Rolling : IStrategy
{
    public string Name => "rolling";

    public async Task<string?> ShiftAsync(Rollout rollout, CancellationToken cancellationToken)
    {
        for (var place = 0; place < rollout.Next.Release.Launch.Replicas; place++)
        {
            var wrong = await rollout.StartAsync(place, cancellationToken)
                ?? await rollout.RouteAsync(rollout.SplitByInstance(), guard: true, cancellationToken)
                ?? await rollout.ObserveAsync(cancellationToken);
            if (wrong is not null)
            {
                return wrong;
            }

            if (rollout.Live is { Instances.Count: > 1 } old)
            {
                await rollout.RouteAsync(rollout.SplitByInstance(without: old.Instances[0]), guard: true, cancellationToken);
                await rollout.RetireAsync([old.Instances[0]], cancellationToken);
            }
        }

        return await rollout.RouteAsync(rollout.Split(share: 100), guard: true, cancellationToken)
            ?? await rollout.ObserveAsync(cancellationToken);
    }
}
