using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Deciding;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Tests.Simulation;

/// <summary>
/// A host that handles one run as the engine does: one command at a time, decided on what it knows, committed later, decided
/// anew when another was first. It can die, and it can stand still and wake up not knowing that it did.
/// </summary>
internal sealed class SimulatedHost
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(3);

    private readonly SimulatedWorld world;
    private readonly SimulatedJournal journal;
    private readonly Action<SimulatedHost, RunState, string, StageState> execute;
    private readonly Queue<Func<DateTimeOffset, IRunCommand>> mailbox = new();
    private readonly Dictionary<string, (int Attempt, int Execution)> underWay = [];
    private RunState? known;
    private bool busy;
    private DateTimeOffset frozenUntil;

    /// <param name="world">The clock.</param>
    /// <param name="journal">The run.</param>
    /// <param name="execute">Has a stage's attempt done; <see cref="Ended"/> is called with what it brought.</param>
    public SimulatedHost(SimulatedWorld world, SimulatedJournal journal, Action<SimulatedHost, RunState, string, StageState> execute)
    {
        (this.world, this.journal, this.execute) = (world, journal, execute);
        Id = world.NewId();
        Beat();
    }

    public Guid Id { get; }

    public bool IsDead { get; private set; }

    public void Die() => IsDead = true;

    public void Freeze(TimeSpan duration) => frozenUntil = world.Now + duration;

    /// <summary>The command is made when it is decided, as its time is part of it.</summary>
    public void Ask(Func<DateTimeOffset, IRunCommand> command)
    {
        mailbox.Enqueue(command);
        if (!busy)
            Alive(Work);
    }

    public void Ended(string stage, StageState begun, AttemptOutcome outcome) => Alive(() =>
    {
        // Stopped, or begun anew since: what it brought is not heard.
        if (underWay.GetValueOrDefault(stage) != (begun.Attempt, begun.Execution))
            return;
        underWay.Remove(stage);
        Ask(at => new CompleteStage(stage, begun.Attempt, begun.Execution, outcome, at));
    });

    private void Alive(Action act)
    {
        if (IsDead)
            return;
        if (frozenUntil > world.Now)
            world.In(frozenUntil - world.Now + TimeSpan.FromMilliseconds(world.Dice.Next(5)), () => Alive(act));
        else
            act();
    }

    private void Beat() => Alive(() =>
    {
        world.Leases[Id] = world.Now + Lease;
        LookForWork();
        world.In(Heartbeat, Beat);
    });

    private void LookForWork()
    {
        var run = journal.Current;
        var owner = run.Running > 0 ? run.HostId : null;
        if (run.IsFinal)
            return;
        if (owner == Id && known is null)
            Ask(at => new ClaimRun(Id, "h", Id, at));
        else if (known is not null && known.Version < run.Version)
            Ask(at => new PassTime(at));
        else if (owner is { } other && other != Id && !(world.Leases.GetValueOrDefault(other) > world.Now))
            Ask(at => new ClaimRun(Id, "h", other, at));
        else if (owner is null && (run.HostId is null || Timing.NextDue(run) <= world.Now))
            Ask(at => new ClaimRun(Id, "h", null, at));
    }

    private void Work()
    {
        busy = mailbox.Count > 0;
        if (!busy)
        {
            if (underWay.Count == 0)
                known = null;
            return;
        }

        known ??= journal.Current;
        var state = known;
        var decided = state.Decide(mailbox.Peek()(world.Now));
        if (!decided.IsSuccess || decided.Value.Events.Count == 0)
            Settle();
        else
            world.In(30, () => Alive(() => Commit(state, decided.Value)));
    }

    private void Commit(RunState before, Decision decided)
    {
        var reaches = !world.Chance(0.02);
        var committed = reaches && journal.TryAppend(before.Version, decided.Events);
        var answered = reaches && !world.Chance(0.02);
        if (committed && answered)
        {
            known = decided.Run;
            Act(decided.Events);
            Settle();
            return;
        }

        // Overtaken, or it is not known whether it went in: the stored events tell.
        var newer = journal.Newer(before);
        known = newer.Aggregate(before, (run, change) => run.Apply(change));
        Act(newer);
        Work();
    }

    private void Settle()
    {
        mailbox.Dequeue();
        Work();
    }

    private void Act(IReadOnlyList<IRunEvent> committed)
    {
        if (known!.IsFinal || known.HostId != Id)
        {
            underWay.Clear();
            return;
        }

        foreach (var change in committed)
        {
            if (change is RunClaimed claimed)
                claimed.Interrupted.ToList().ForEach(Begin);
            else if (change is StageStarted started)
                Begin(started.Stage);
        }
    }

    private void Begin(string stage)
    {
        var state = known!.Stages[known.IndexOf(stage)];
        if (state.Status != StageStatus.Running || underWay.GetValueOrDefault(stage) == (state.Attempt, state.Execution))
            return;
        underWay[stage] = (state.Attempt, state.Execution);
        execute(this, known, stage, state);
    }
}
