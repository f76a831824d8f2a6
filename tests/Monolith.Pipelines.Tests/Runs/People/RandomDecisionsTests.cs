using System.Text.Json;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Deciding;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Tests.Runs.People;

/// <summary>1,000 sequences of what people, clocks, hosts and stages may do, each from its seed.</summary>
public sealed class RandomDecisionsTests
{
    private const int Sequences = 1_000;
    private const int Steps = 60;

    [Fact]
    public void AnySequence_OfDecisions_KeepsTheInvariants()
    {
        var settled = new Dictionary<DecisionStatus, int>();
        for (var seed = 1; seed <= Sequences; seed++)
        {
            foreach (var decision in Play(seed).Decisions.Values)
                settled[decision.Status] = settled.GetValueOrDefault(decision.Status) + 1;
        }

        // Otherwise the sequences show nothing: each way to end was taken.
        foreach (var status in Enum.GetValues<DecisionStatus>().Where(status => status is not (DecisionStatus.Pending or DecisionStatus.Escalated)))
            Assert.True(settled.GetValueOrDefault(status) > 100, $"{status} came up {settled.GetValueOrDefault(status)} times");
    }

    private static RunState Play(int seed)
    {
        var world = new RandomDecisions(seed);
        var committed = new List<IRunEvent> { world.Created };
        for (var step = 0; step < Steps; step++)
        {
            var before = world.Run;
            var command = world.Next();
            var decided = before.Decide(command);
            if (!decided.IsSuccess)
                continue;

            var after = decided.Value.Run;
            DecisionInvariants.Check(before, after, decided.Value.Events);
            if (command is DecideDecision && after.Decide(command) is { IsSuccess: true } again)
                Assert.Empty(again.Value.Events);
            committed.AddRange(decided.Value.Events);
            world.Run = after;
        }

        var replayed = committed.Aggregate(RandomDecisions.Empty, (run, change) => run.Apply(Stored(change)));
        Assert.Equal(DecisionInvariants.Told(world.Run), DecisionInvariants.Told(replayed));
        return world.Run;
    }

    /// <summary>As it is read back from the store.</summary>
    private static IRunEvent Stored(IRunEvent change)
    {
        var row = EventRow.Of(change);
        return (IRunEvent)JsonSerializer.Deserialize(row.Data, row.Type.Json)!;
    }
}
