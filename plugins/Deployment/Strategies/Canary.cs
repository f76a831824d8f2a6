namespace Monolith.Plugins.Deployment.Strategies;

/// <summary>Gives the new version a small part of the requests, and more whenever it has done well with that.</summary>
internal sealed class Canary(IReadOnlyList<double> steps) : IStrategy
{
    public string Name => "canary";

    public async Task<string?> ShiftAsync(Rollout rollout, CancellationToken cancellationToken)
    {
        if (await rollout.StartAllAsync(cancellationToken) is { } fault)
        {
            return fault;
        }

        // With no old version there is nobody to share with.
        var first = rollout.Live is null ? steps.Count - 1 : rollout.Step;
        for (var step = first; step < steps.Count; step++)
        {
            rollout.Note($"{steps[step]} % of the requests go to version {rollout.Next.Release.Version}.");
            var wrong = await rollout.RouteAsync(rollout.Split(steps[step]), guard: true, cancellationToken)
                ?? await rollout.ObserveAsync(cancellationToken);
            if (wrong is not null)
            {
                return wrong;
            }

            rollout.Passed(step + 1);
        }

        // A host that died after the last step comes here with no step left.
        return await rollout.RouteAsync(rollout.Split(share: 100), guard: true, cancellationToken);
    }
}
