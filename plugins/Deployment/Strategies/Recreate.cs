namespace Monolith.Plugins.Deployment.Strategies;

/// <summary>Stops the old version, then starts the new one. Requests between are refused: for what cannot run twice.</summary>
internal sealed class Recreate : IStrategy
{
    public string Name => "recreate";

    public async Task<string?> ShiftAsync(Rollout rollout, CancellationToken cancellationToken)
    {
        if (rollout.Live is { } old)
        {
            await rollout.RouteAsync([], guard: false, cancellationToken);
            await rollout.RetireAsync(old.Instances, cancellationToken);
        }

        return await rollout.StartAllAsync(cancellationToken)
            ?? await rollout.RouteAsync([new(rollout.Next, 1)], guard: false, cancellationToken)
            ?? await rollout.ObserveAsync(cancellationToken);
    }
}
