namespace Monolith.Kernel;

/// <summary>
/// What a part of the host does when the host stops. Steps of a phase run one after the other in the order in which they were
/// registered, each within an equal share of the time the phase has left; one that throws or hangs does not stop the next.
/// </summary>
public interface IShutdownStep
{
    ShutdownPhase Phase { get; }

    /// <summary>For the log, such as <c>live streams</c>.</summary>
    string Name { get; }

    /// <param name="cancellationToken">The step's time is up: what it does from then on nobody waits for.</param>
    Task RunAsync(CancellationToken cancellationToken);
}
