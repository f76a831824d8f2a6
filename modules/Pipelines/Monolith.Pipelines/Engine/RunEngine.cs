using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.Pipelines.Engine.Dispatch;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine;

/// <summary>
/// The door to the run engine. It keeps the runs this host has in hand, one <see cref="ActiveRun"/> each, and hands every
/// command to the run's own, which does one thing at a time: decide, commit, and only then act.
/// </summary>
internal sealed class RunEngine(
    ActiveRunFactory factory, RunReader reader, WorkBell bell, IPluginVersions versions, HostIdentity host, IOptions<EngineOptions> options, TimeProvider time)
{
    /// <summary>How long stages may take to heed the host's stop; an agent that does not is left behind.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(6);

    private readonly ConcurrentDictionary<Guid, ActiveRun> active = new();
    private volatile bool takesRuns = true;
    private volatile bool stopped;

    /// <summary>False once the host stops: what is accepted from then on is queued, for another host or the next start.</summary>
    public bool TakesRuns => takesRuns;

    public int ActiveCount => active.Count;

    public Dictionary<string, int> ActiveByProject() =>
        active.Values.GroupBy(run => run.Project, StringComparer.Ordinal).ToDictionary(runs => runs.Key, runs => runs.Count(), StringComparer.Ordinal);

    public bool IsActive(Guid runId) => active.ContainsKey(runId);

    /// <summary>Takes in a run that was just committed with its first stages started.</summary>
    public void Adopt(RunState run, IReadOnlyList<Runs.Events.IRunEvent> committed)
    {
        var adopted = factory.Create(run, Forget);
        if (active.TryAdd(run.Id, adopted))
            adopted.Begin(committed);
    }

    /// <summary>Asks something of a run, wherever it is.</summary>
    /// <returns>The run after the command was committed, or why it cannot be done.</returns>
    /// <exception cref="JournalUnavailableException">The host stops.</exception>
    public async Task<Result<RunState>> AskAsync(Guid runId, IRunCommand command, CancellationToken cancellationToken)
    {
        if (command is ClaimRun && !TakesRuns)
            return new Problem(ErrorCodes.Conflict, "This host stops and takes no more runs.");

        try
        {
            while (true)
            {
                // Its runs hear nothing any more; asking on and on would be a circle.
                if (stopped)
                    throw new JournalUnavailableException("The host is stopping.");
                if (await ActivateAsync(runId, cancellationToken) is not { } run)
                    return new Problem(ErrorCodes.NotFound, $"There is no run {runId}.");
                if (command is ClaimRun && await IsForOthersAsync(run, cancellationToken))
                    return new Problem(ErrorCodes.Conflict, "The run is pinned to a version of a plugin that this host does not have and another has.");
                if (run.Ask(command) is { } answer)
                    return await answer.WaitAsync(cancellationToken);
            }
        }
        catch (JournalTooNewException tooNew)
        {
            return new Problem(ErrorCodes.UnsupportedVersion, tooNew.Message);
        }
    }

    /// <summary>Another host committed to a run that this host has in hand.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="version">How many events it has.</param>
    public void Refresh(Guid runId, long version)
    {
        if (active.TryGetValue(runId, out var run) && run.Version < version)
            run.Refresh();
    }

    public ClaimRun Claim(Guid? deadHost = null) => new(host.Id, host.Name, deadHost, time.GetUtcNow());

    /// <summary>The host is about to stop: what it has under way goes on, and nothing is taken on.</summary>
    public void TakeNoMore() => takesRuns = false;

    /// <summary>Stops every stage under way and lets go of its run, for whoever comes next.</summary>
    /// <returns>How many runs were let go of.</returns>
    public async Task<int> StopAsync()
    {
        (takesRuns, stopped) = (false, true);
        var runs = active.Values.ToList();
        foreach (var run in runs)
            run.Abandon();
        var letGo = await Task.WhenAll(runs.Select(LetGoAsync));
        return letGo.Count(done => done);
    }

    private async Task<bool> LetGoAsync(ActiveRun run)
    {
        await run.Idle.WaitAsync(StopPatience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await run.LetGoAsync(new InterruptRun(host.Id, time.GetUtcNow()));
    }

    private async Task<bool> IsForOthersAsync(ActiveRun run, CancellationToken cancellationToken)
    {
        if (run.Plugins.All(versions.IsHere))
            return false;
        var elsewhere = await versions.ElsewhereAsync(cancellationToken);
        if (!run.Plugins.Any(elsewhere.Contains))
            return false;
        // Nothing of it is under way here, and nobody asks it anything more.
        run.Refresh();
        return true;
    }

    private async Task<ActiveRun?> ActivateAsync(Guid runId, CancellationToken cancellationToken)
    {
        if (active.TryGetValue(runId, out var known))
            return known;

        return await reader.LoadAsync(runId, cancellationToken) is { } state
            ? active.GetOrAdd(runId, _ => factory.Create(state, Forget))
            : null;
    }

    private void Forget(ActiveRun run)
    {
        active.TryRemove(new KeyValuePair<Guid, ActiveRun>(run.Id, run));
        // A quarter at a time: taking runs one by one would cost a look into the store each.
        if (options.Value.MaxActiveRunsPerProject is not null || (bell.HasBacklog && active.Count <= options.Value.MaxActiveRuns * 3 / 4))
            bell.Ring();
    }
}
