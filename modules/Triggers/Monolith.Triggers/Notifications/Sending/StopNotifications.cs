using Monolith.Kernel;

namespace Monolith.Triggers.Notifications.Sending;

/// <summary>After the last run was let go of nothing more is sent; what is left lies in the store, for any host or the next start.</summary>
internal sealed class StopNotifications(NotificationService service) : IShutdownStep
{
    public ShutdownPhase Phase => ShutdownPhase.ClosingConnections;

    public string Name => "notifications";

    public Task RunAsync(CancellationToken cancellationToken) => service.StopAsync(cancellationToken);
}
