using Monolith.Kernel;

namespace Monolith.Pipelines.Engine.Hosts;

/// <summary>Cancels the stages under way, marks their runs interrupted and signs the host out.</summary>
internal sealed class InterruptRuns(EngineService engine) : IShutdownStep
{
    public ShutdownPhase Phase => ShutdownPhase.SavingState;

    public string Name => "runs";

    public Task RunAsync(CancellationToken cancellationToken) => engine.StopAsync(cancellationToken);
}
