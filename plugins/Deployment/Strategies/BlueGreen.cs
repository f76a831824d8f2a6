namespace Monolith.Plugins.Deployment.Strategies;

/// <summary>Starts the new version beside the old one and gives it everything at once. The old one stands by until the new one has proved itself.</summary>
internal sealed class BlueGreen : IStrategy
{
    public string Name => "blue-green";

    public async Task<string?> ShiftAsync(Rollout rollout, CancellationToken cancellationToken) =>
        await rollout.StartAllAsync(cancellationToken)
            ?? await rollout.RouteAsync(rollout.Split(share: 100), guard: true, cancellationToken)
            ?? await rollout.ObserveAsync(cancellationToken);
}
