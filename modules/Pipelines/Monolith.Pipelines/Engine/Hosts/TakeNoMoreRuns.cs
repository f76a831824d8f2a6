using Monolith.Kernel;

namespace Monolith.Pipelines.Engine.Hosts;

/// <summary>From the first moment of the host's stop on, runs are accepted only as queued, and none is claimed.</summary>
internal sealed class TakeNoMoreRuns(RunEngine engine) : IShutdownStep
{
    public ShutdownPhase Phase => ShutdownPhase.Initiated;

    public string Name => "no more runs";

    public Task RunAsync(CancellationToken cancellationToken)
    {
        engine.TakeNoMore();
        return Task.CompletedTask;
    }
}
