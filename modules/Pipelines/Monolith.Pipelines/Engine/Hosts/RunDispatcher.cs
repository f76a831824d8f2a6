using Microsoft.Extensions.Options;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Journal;

namespace Monolith.Pipelines.Engine.Hosts;

/// <summary>Finds work: queued runs, runs whose timer is due, runs whose host died.</summary>
internal sealed class RunDispatcher(
    RunEngine engine, RunReader reader, HostTable hosts, HostIdentity host, IOptions<EngineOptions> options)
    : IRunDispatch
{
    public async Task<string> WakeAsync(Guid runId, CancellationToken cancellationToken)
    {
        if (await reader.LoadAsync(runId, cancellationToken) is not { } run)
            return "There is no such run.";
        if (run.IsFinal)
            return $"Ended: {StatusNames.Of(run.Status)}.";

        var owner = run.Running > 0 ? run.HostId : null;
        if (owner is null)
            return await TakeAsync(runId, deadHost: null, cancellationToken) ? $"Taken by {host.Name}." : "Nothing to do.";
        if (owner == host.Id || await hosts.IsAliveAsync(owner.Value, cancellationToken))
            return $"Under way on {run.HostName}.";
        return await TakeAsync(runId, owner, cancellationToken) ? $"Taken over by {host.Name}." : "Taken over by another host.";
    }

    public async Task<int> TakeDueAsync(CancellationToken cancellationToken)
    {
        var room = options.Value.MaxActiveRuns - engine.ActiveCount;
        if (room <= 0)
            return 0;

        var taken = 0;
        foreach (var (runId, deadHost) in (await LostAsync(cancellationToken)).Concat(await hosts.OrphansAsync(Math.Min(room, 500), cancellationToken)))
        {
            if (await TakeAsync(runId, deadHost, cancellationToken))
                taken++;
        }

        return taken;
    }

    /// <summary>
    /// Runs that are this host's by the store but that it does not have in hand: the answer to the commit that accepted them was
    /// lost on its way.
    /// </summary>
    private async Task<IEnumerable<(Guid RunId, Guid? DeadHost)>> LostAsync(CancellationToken cancellationToken) =>
        (await hosts.OwnedAsync(cancellationToken)).Where(runId => !engine.IsActive(runId)).Select(runId => (runId, (Guid?)host.Id));

    private async Task<bool> TakeAsync(Guid runId, Guid? deadHost, CancellationToken cancellationToken)
    {
        var taken = await engine.AskAsync(runId, engine.Claim(deadHost), cancellationToken);
        return taken is { IsSuccess: true, Value: { IsFinal: false, Running: > 0 } } && taken.Value.HostId == host.Id;
    }
}
