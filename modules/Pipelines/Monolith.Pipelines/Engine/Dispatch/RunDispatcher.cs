using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Access.Contracts.Projects;
using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Engine.Hosts;
using Monolith.Pipelines.Engine.Tracing;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Dispatch;

/// <summary>Finds work: queued runs, runs whose timer is due, runs whose host died.</summary>
internal sealed class RunDispatcher(
    RunEngine engine,
    RunReader reader,
    HostTable hosts,
    WorkTable work,
    WorkBell bell,
    QueueDepth queue,
    IPluginVersions versions,
    HostIdentity host,
    TimeProvider time,
    IOptions<EngineOptions> options,
    ILogger<RunDispatcher> log)
    : IRunDispatch, IDisposable
{
    private const int MostAtOnce = 500;

    /// <summary>Claims under way at once; each reads a run and joins the next group commit.</summary>
    private static readonly ParallelOptions SideBySide = new() { MaxDegreeOfParallelism = 32 };

    /// <summary>Two who look at once would both fill the same room.</summary>
    private readonly SemaphoreSlim taking = new(1, 1);

    private int Room => options.Value.MaxActiveRuns - engine.ActiveCount;

    public async Task<string> WakeAsync(Guid runId, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.LoadAsync(runId, cancellationToken) is { } run ? await WakeAsync(run, cancellationToken) : "There is no such run.";
        }
        catch (JournalTooNewException tooNew)
        {
            return $"Left to a newer host: {tooNew.Message}";
        }
    }

    private async Task<string> WakeAsync(RunState run, CancellationToken cancellationToken)
    {
        // A job knows the run's id and nothing else of whom it is for.
        using var scope = RunScope.Begin(log, run);
        if (run.IsFinal)
            return $"Ended: {StatusNames.Of(run.Status)}.";
        if (run.Status == RunStatus.Queued)
        {
            bell.Ring();
            return "Queued; it is taken in its turn.";
        }

        log.LogDebug("{Operation}: run {RunId} is {Status}", "wake_up", run.Id, run.Status);
        var owner = run.Running > 0 ? run.HostId : null;
        if (owner is null)
            return await TakeAsync(run.Id, deadHost: null, cancellationToken) ? $"Taken by {host.Name}." : "Nothing to do.";
        if (owner == host.Id || await hosts.IsAliveAsync(owner.Value, cancellationToken))
            return $"Under way on {run.HostName}.";
        return await TakeAsync(run.Id, owner, cancellationToken) ? $"Taken over by {host.Name}." : "Taken over by another host.";
    }

    public async Task<int> TakeDueAsync(CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        await CancelSupersededAsync(cancellationToken);
        string[] elsewhere = [.. await versions.ElsewhereAsync(cancellationToken)];
        var taken = await TakeAsync(await work.OrphansAsync(Math.Clamp(Room, 0, MostAtOnce), elsewhere, cancellationToken), cancellationToken);
        taken += await TakeQueuedInTurnAsync(elsewhere, cancellationToken);
        await queue.ReadAsync(cancellationToken);
        return taken;
    }

    public void Dispose() => taking.Dispose();

    private async Task<int> TakeQueuedInTurnAsync(string[] elsewhere, CancellationToken cancellationToken)
    {
        await taking.WaitAsync(cancellationToken);
        try
        {
            return await TakeQueuedAsync(elsewhere, cancellationToken);
        }
        finally
        {
            taking.Release();
        }
    }

    private async Task<int> TakeQueuedAsync(string[] elsewhere, CancellationToken cancellationToken)
    {
        var wanted = Math.Clamp(Room, 0, MostAtOnce);
        var room = ProjectRoomNow();
        var queued = await work.QueuedAsync(Math.Max(wanted, 1), elsewhere, room.Full, cancellationToken);
        bell.HasBacklog = queued.Count >= Math.Max(wanted, 1);
        if (wanted == 0 || queued.Count == 0)
            return 0;

        var fitting = room.Fitting(queued);
        var taken = await TakeAsync(fitting.Select(runId => (runId, (Guid?)null)), cancellationToken);
        if (taken < fitting.Count)
            await work.FreeLostPlacesAsync(cancellationToken);
        else if (bell.HasBacklog)
            bell.Ring();
        return taken;
    }

    private ProjectRoom ProjectRoomNow() =>
        options.Value.MaxActiveRunsPerProject is { } most ? new(engine.ActiveByProject(), most) : new([], null);

    /// <summary>
    /// Runs that are this host's by the store: those that it does not have in hand, since the answer to the commit that accepted
    /// them was lost on its way, and those that another host committed to without this one having heard.
    /// </summary>
    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        foreach (var (runId, version) in await work.OwnedAsync(cancellationToken))
        {
            if (!engine.IsActive(runId))
                await TakeAsync(runId, host.Id, cancellationToken);
            else
                engine.Refresh(runId, version);
        }
    }

    private async Task CancelSupersededAsync(CancellationToken cancellationToken)
    {
        foreach (var (runId, key) in await work.SupersededAsync(cancellationToken))
            await engine.AskAsync(runId, new CancelRun($"A newer run with the concurrency key '{Project.TextOf(key)}' takes its place.", time.GetUtcNow()), cancellationToken);
    }

    private async Task<int> TakeAsync(IEnumerable<(Guid RunId, Guid? DeadHost)> runs, CancellationToken cancellationToken)
    {
        var taken = 0;
        await Parallel.ForEachAsync(runs, SideBySide, async (run, _) =>
        {
            if (await TakeAsync(run.RunId, run.DeadHost, cancellationToken))
                Interlocked.Increment(ref taken);
        });
        return taken;
    }

    private async Task<bool> TakeAsync(Guid runId, Guid? deadHost, CancellationToken cancellationToken)
    {
        var taken = await engine.AskAsync(runId, engine.Claim(deadHost), cancellationToken);
        return taken is { IsSuccess: true, Value: { IsFinal: false, Running: > 0 } } && taken.Value.HostId == host.Id;
    }
}
