using Microsoft.Extensions.Logging;
using Monolith.Kernel;
using Monolith.Pipelines.Engine.Stages;
using Monolith.Pipelines.Engine.Tracing;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Journal.Items;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Deciding;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine;

/// <summary>
/// One run in this host's hands. Commands wait in a mailbox; all that wait are decided together and committed as one
/// append at the version they were decided on. When another host committed in between, its events are read and the same
/// commands are decided anew. A run with no stage under way is let go: waiting costs nothing.
/// </summary>
internal sealed class ActiveRun(RunState state, RunEffects effects, CommitQueue journal, RunReader reader, ILogger log, Action<ActiveRun> forget)
{
    private readonly Lock gate = new();
    private List<Letter> mailbox = [];
    private Task working = Task.CompletedTask;
    private bool busy;
    private bool closed;
    private bool abandoned;

    public Guid Id => state.Id;

    public string Project => state.Project;

    public long Version => state.Version;

    /// <summary>The versions that it is pinned to.</summary>
    public IEnumerable<string> Plugins => state.Plugins.Values;

    public StageExecutions Executions { get; } = new();

    /// <summary>The moment for which a timer was set last.</summary>
    public DateTimeOffset? RemindedFor { get; set; }

    /// <summary>Completes when nothing is being decided or committed, and no stage is under way.</summary>
    public Task Idle
    {
        get
        {
            lock (gate)
                return Task.WhenAll(working, Executions.AllEnded);
        }
    }

    /// <summary>Acts on events that were committed with the run's creation.</summary>
    public void Begin(IReadOnlyList<IRunEvent> committed)
    {
        effects.Act(state, committed, this);
        Post(new Letter(Command: null));
    }

    /// <returns>The answer to come, or null when this run was let go meanwhile and must be looked up again.</returns>
    public Task<Result<RunState>>? Ask(IRunCommand command)
    {
        var letter = new Letter(command);
        return Post(letter) ? letter.Answer.Task : null;
    }

    /// <summary>Reads what another host committed.</summary>
    public void Refresh() => Post(new Letter(Command: null) { Reread = true });

    /// <summary>A stage of this run ended on this host, or is left to another; null when it was stopped.</summary>
    public void StageEnded(StageExecution execution, IRunCommand? outcome) =>
        Post(new Letter(outcome), () => Executions.End(execution));

    /// <summary>The host stops: stages under way are stopped, what they would have said is not heard.</summary>
    public void Abandon()
    {
        lock (gate)
            abandoned = true;
        Executions.StopAll();
    }

    /// <summary>After <see cref="Abandon"/>: says in the journal that any host may go on with the run.</summary>
    /// <returns>False when there is nothing to let go of, or a commit is still on its way.</returns>
    public async Task<bool> LetGoAsync(InterruptRun command)
    {
        lock (gate)
        {
            if (busy)
                return false;
        }

        var decided = state.Decide(command);
        if (!decided.IsSuccess || decided.Value.Events.Count == 0
            || !await journal.CommitAsync(AppendOf(state, decided.Value.Run, [.. decided.Value.Events])))
        {
            return false;
        }

        effects.Tell(decided.Value.Run);
        return true;
    }

    /// <param name="letter">The letter.</param>
    /// <param name="first">Done in the same breath, so that the run is not let go between the two.</param>
    private bool Post(Letter letter, Action? first = null)
    {
        lock (gate)
        {
            first?.Invoke();
            if (closed || abandoned)
                return false;
            mailbox.Add(letter);
            if (busy)
                return true;
            busy = true;
            working = Task.Run(WorkAsync);
            return true;
        }
    }

    private async Task WorkAsync()
    {
        while (TakeLetters() is { } letters)
            await HandleAsync(letters);
    }

    private List<Letter>? TakeLetters()
    {
        lock (gate)
        {
            if (mailbox.Count > 0 && !abandoned)
            {
                var letters = mailbox;
                mailbox = [];
                return letters;
            }

            busy = false;
            closed = abandoned || !Executions.Any;
        }

        if (closed)
            forget(this);
        return null;
    }

    private async Task HandleAsync(List<Letter> letters)
    {
        var reread = letters.Any(letter => letter.Reread);
        for (var tries = 0; !abandoned; tries++)
        {
            try
            {
                if (reread)
                    await CatchUpAsync();
                if (await TryCommitAsync(letters))
                    return;
                reread = true;
            }
            catch (JournalRefusedException refused)
            {
                // One by one, to find the letter it is about; that one then says so in place of what it brought.
                if (letters.Count > 1)
                {
                    foreach (var letter in letters)
                        await HandleAsync([letter]);
                    return;
                }

                if (letters[0].InPlaceOf(refused) is not { } instead)
                {
                    letters[0].Answer.TrySetException(refused);
                    return;
                }

                letters = [instead];
            }
            catch (JournalUnavailableException)
            {
                reread = true;
                await Task.Delay(StoreOutage.PauseAfter(tries));
            }
            catch (JournalTooNewException tooNew)
            {
                // A newer host has it by now.
                Executions.StopAll();
                letters.ForEach(letter => letter.Answer.TrySetException(tooNew));
                return;
            }
            catch (Exception bug)
            {
                using var scope = RunScope.Begin(log, state);
                log.LogError(bug, "Run {RunId} could not handle {Count} commands", Id, letters.Count);
                letters.ForEach(letter => letter.Answer.TrySetException(bug));
                return;
            }
        }

        letters.ForEach(letter => letter.Answer.TrySetCanceled());
    }

    /// <returns>False when another host committed first.</returns>
    private async Task<bool> TryCommitAsync(List<Letter> letters)
    {
        var before = state;
        var after = state;
        var events = new List<IRunEvent>();
        foreach (var letter in letters)
        {
            var decided = letter.Decide(after);
            if (!decided.IsSuccess)
                continue;
            events.AddRange(decided.Value.Events);
            after = decided.Value.Run;
        }

        if (events.Count > 0)
        {
            var append = AppendOf(before, after, events);
            if (!await journal.CommitAsync(append))
            {
                if (await CatchUpAsync())
                    return false;
                if (append.Place is null && !await reader.ExistsAsync(Id, CancellationToken.None))
                    return Gone(letters);
                if (append.Place is not null)
                    SettleClaims(letters);
                return false;
            }

            state = after;
            effects.Act(after, events, this);
        }

        letters.ForEach(letter => letter.Settle(after));
        return true;
    }

    private static Append AppendOf(RunState before, RunState after, List<IRunEvent> events) =>
        new(after.Id, before.Version, [.. events.Select(EventRow.Of)])
        {
            Project = after.Project,
            Row = RunRow.Changed(before, after),
            Items = RunItems.Of(after, events),
            Place = after.HoldsPlace && !before.HoldsPlace ? after.OwnConcurrency : null,
            LeavesPlace = before.HoldsPlace && !after.HoldsPlace,
        };

    /// <summary>Nobody overtook it, so its concurrency key has no place free: it stays queued.</summary>
    private void SettleClaims(List<Letter> letters)
    {
        foreach (var claim in letters.Where(letter => letter.Command is ClaimRun))
            claim.Settle(state);
        letters.RemoveAll(letter => letter.Command is ClaimRun);
    }

    /// <summary>It was deleted, as old runs are, while somebody asked something of it.</summary>
    private bool Gone(List<Letter> letters)
    {
        letters.ForEach(letter => letter.Answer.TrySetResult(new Problem(ErrorCodes.NotFound, $"There is no run {Id}.")));
        return true;
    }

    /// <returns>Whether another host had committed.</returns>
    private async Task<bool> CatchUpAsync()
    {
        var newer = await reader.NewerAsync(state, CancellationToken.None);
        if (newer.Count == 0)
            return false;
        state = newer.Aggregate(state, (run, change) => run.Apply(change));
        effects.Act(state, newer, this, ours: false);
        return true;
    }
}
