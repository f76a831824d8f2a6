using Microsoft.Extensions.Options;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Engine.Dispatch;
using Monolith.Pipelines.Engine.Tracing;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Journal.Items;
using Monolith.Pipelines.Runs.Deciding;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Launch;

/// <summary>
/// Accepts runs. A run is created, taken by this host and its first stages begun in one commit; when the host is full, or
/// the run must wait its turn, it is created as queued, for whichever host has room first.
/// </summary>
internal sealed class RunLauncher(
    RunEngine engine, CommitQueue journal, WorkBell bell, QueueDepth queue, IWakeUps wakeUps, IOptions<EngineOptions> options)
{
    /// <param name="draft">The run.</param>
    /// <param name="key">The caller's idempotency key.</param>
    /// <param name="id">The run's id when the caller knows it; a second run of that id is not begun.</param>
    /// <returns>The run as committed; null when the request's key, or the id, belongs to another run.</returns>
    /// <exception cref="JournalUnavailableException">It is not known whether the run was accepted.</exception>
    public async Task<RunState?> LaunchAsync(RunDraft draft, RequestKey? key = null, Guid? id = null)
    {
        var empty = RunState.New(id ?? Guid.CreateVersion7(draft.Created.At), draft.Definition);
        var decision = new Decision(empty);
        using var span = RunSpans.Accept(empty.Id, draft.Created);
        decision.Emit(RunSpans.KeptIn(draft.Created, span));
        if (draft.Reused is { } reused)
            decision.Emit(reused);
        if (MayBeginAtOnce(decision.Run))
            Claiming.Claim(decision, engine.Claim());

        var append = new Append(empty.Id, 0, [.. decision.Events.Select(EventRow.Of)])
        {
            Project = decision.Run.Project,
            Row = RunRow.Changed(empty, decision.Run),
            Items = RunItems.Of(decision.Run, decision.Events),
            Key = key,
        };
        if (!await journal.CommitAsync(append))
            return null;

        if (decision.Run.HostId is not null)
            engine.Adopt(decision.Run, decision.Events);
        else
            Queue(decision.Run);
        wakeUps.Ask(decision.Run.Id, decision.Run.Pipeline);
        return decision.Run;
    }

    /// <summary>Where projects have a bound, all runs queue up, so that none overtakes those of its project that wait.</summary>
    private bool MayBeginAtOnce(RunState run) =>
        options.Value.MaxActiveRunsPerProject is null && engine.TakesRuns && run.Concurrency is null && !bell.HasBacklog && engine.ActiveCount < options.Value.MaxActiveRuns;

    private void Queue(RunState run)
    {
        queue.Add();
        if (run.Concurrency is null && options.Value.MaxActiveRunsPerProject is null)
            bell.HasBacklog = true;
        if (engine.ActiveCount < options.Value.MaxActiveRuns)
            bell.Ring();
    }
}
