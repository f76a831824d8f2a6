using Monolith.Kernel;
using Monolith.Triggers.Hooks.Deliveries;
using Monolith.Triggers.Schedules;

namespace Monolith.Triggers;

/// <summary>Nothing is looked for in a store that is about to be closed.</summary>
internal sealed class StopTriggers(DeliveryService deliveries, ScheduleService schedules) : IShutdownStep
{
    public ShutdownPhase Phase => ShutdownPhase.ClosingConnections;

    public string Name => "triggers";

    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(deliveries.StopAsync(cancellationToken), schedules.StopAsync(cancellationToken));
}
