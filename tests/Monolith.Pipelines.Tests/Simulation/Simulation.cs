using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Tests.Simulation;

/// <summary>One run on three hosts that die, freeze and lose answers, while people and signals come in between.</summary>
internal sealed class Simulation
{
    private readonly SimulatedWorld world;
    private readonly SimulatedHost[] hosts = new SimulatedHost[3];
    private int faults;
    private int retries = 2;

    public Simulation(int seed)
    {
        world = new SimulatedWorld(seed);
        Journal = new SimulatedJournal(RandomDefinition.Make(world.Dice));
        faults = world.Dice.Next(12);
        Journal.TryAppend(0, [Created()]);
        for (var i = 0; i < hosts.Length; i++)
            hosts[i] = NewHost();
        world.In(60_000, Disturb);
        world.In(60_000, GiveSignals);
        world.In(200_000, Control);
    }

    public SimulatedJournal Journal { get; }

    /// <summary>How many times stages were done, committed or not.</summary>
    public int Executions { get; private set; }

    public bool Run() => world.Run(() => Journal.Current.IsFinal && !MayRetry());

    private static RunCreated Created() => new(
        "p", null, "hash", JsonDocument.Parse("{}").RootElement, new Dictionary<string, string>(), "manual", null, null,
        new Dictionary<string, string>(), Runs.Given.Start);

    private SimulatedHost NewHost() => new(world, Journal, Execute);

    private SimulatedHost AnyHost() => hosts[world.Dice.Next(hosts.Length)];

    /// <summary>Kills a host and starts its successor, or freezes it, perhaps for longer than its lease.</summary>
    private void Disturb()
    {
        if (faults-- <= 0)
            return;
        var index = world.Dice.Next(hosts.Length);
        if (world.Chance(0.5))
        {
            hosts[index].Die();
            hosts[index] = NewHost();
        }
        else
        {
            hosts[index].Freeze(TimeSpan.FromSeconds(world.Dice.Next(60)));
        }

        world.In(40_000, Disturb);
    }

    private void GiveSignals()
    {
        var host = AnyHost();
        foreach (var signal in Journal.Current.Definition.Graph.Signals)
            host.Ask(at => new SignalRun(signal, null, host.Id, "h", at));
        world.In(120_000, GiveSignals);
    }

    private void Control()
    {
        var host = AnyHost();
        if (world.Chance(0.1) && retries > 0)
            host.Ask(at => new CancelRun("enough", at));
        else if (world.Chance(0.4))
            host.Ask(at => new PauseRun(at));
        else if (MayRetry() && retries-- > 0)
            host.Ask(at => new RetryRun(null, host.Id, "h", at));
        // Whoever pauses also resumes, some time.
        var other = AnyHost();
        world.In(100_000, () => other.Ask(at => new ResumeRun(other.Id, "h", at)));
        world.In(200_000, Control);
    }

    private bool MayRetry() => retries > 0 && Journal.Current.Error is not null;

    private void Execute(SimulatedHost host, RunState run, string stage, StageState begun)
    {
        Executions++;
        var definition = run.Definition.Graph.Stages[run.IndexOf(stage)].Definition;
        var outcome = Outcome(host, definition);
        world.In(20_000, () => host.Ended(stage, begun, outcome));
        if (outcome.ChildRun is not null)
            TellOfChild(stage, begun.Attempt);
    }

    /// <summary>Told again and again, perhaps before it is known that the child was begun.</summary>
    private void TellOfChild(string stage, int attempt)
    {
        var host = AnyHost();
        host.Ask(at => new EndChild(stage, attempt, Outcome(host, definition: null), host.Id, "h", at));
        world.In(90_000, () => TellOfChild(stage, attempt));
    }

    private AttemptOutcome Outcome(SimulatedHost host, StageDefinition? definition)
    {
        if (definition?.Kind == StageKind.Pipeline)
            return new AttemptOutcome { ChildRun = world.NewId() };
        if (definition?.Kind == StageKind.Agent && world.Chance(0.05))
            return new AttemptOutcome { Postponed = new Postponement(ErrorCodes.CircuitOpen, "later", world.Now.AddSeconds(world.Dice.Next(90))) };
        if (world.Chance(0.15))
            return AttemptOutcome.Failure(ErrorCodes.TaskExecutionFailed, "it broke", retryable: world.Chance(0.7));
        return new AttemptOutcome
        {
            Outputs = JsonSerializer.SerializeToElement(new { host = host.Id, isChild = definition is null }),
            Metrics = world.Chance(0.1) ? null : new Dictionary<string, double> { ["score"] = world.Dice.Next(40, 100) },
        };
    }
}
