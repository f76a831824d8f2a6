using Monolith.Agents.Registry.Store;
using Monolith.Kernel;

namespace Monolith.Agents.Registry.Serving;

/// <summary>Tells the others what this host serves of the registry's plugins: when it changes, and now and then that it still does.</summary>
internal sealed class ServingNotes(ServingTable table, RegistryServing serving, HostIdentity host, TimeProvider time)
{
    private IReadOnlyList<HostServing> told = [];
    private DateTimeOffset at = DateTimeOffset.MinValue;

    public async Task TellAsync(IReadOnlyList<PluginState> states, CancellationToken cancellationToken)
    {
        List<HostServing> now = [.. states.Select(state => new HostServing(state.Plugin, serving.ServedOf(state.Plugin), serving.FaultOf(state.Plugin)))];
        if (now.SequenceEqual(told) && (now.Count == 0 || time.GetUtcNow() - at < ServingTable.Heartbeat))
            return;
        await table.SayAsync(host.Id, host.Name, now, cancellationToken);
        (told, at) = (now, time.GetUtcNow());
    }

    public Task LeaveAsync(CancellationToken cancellationToken) => told.Count == 0 ? Task.CompletedTask : table.LeaveAsync(host.Id, cancellationToken);
}
