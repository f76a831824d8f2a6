using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Monolith.Kernel;
using Monolith.Operations.Shutdown;

namespace Monolith.Operations.Tests.Shutdown;

public sealed class ShutdownSequenceTests
{
    private readonly FakeTimeProvider time = new();
    private readonly Lines<ShutdownSequence> log = new();
    private readonly List<string> said = [];
    private readonly ShutdownOptions options = new();

    [Fact]
    public async Task Run_StepsOfAllPhases_InOrderEachPhaseWithItsDuration()
    {
        var sequence = Of(
            Step.Good(ShutdownPhase.Cleanup, "last", said),
            Step.Good(ShutdownPhase.ClosingConnections, "streams", said),
            Step.Good(ShutdownPhase.ClosingConnections, "database", said),
            Step.Good(ShutdownPhase.Initiated, "first", said),
            Step.Good(ShutdownPhase.SavingState, "runs", said),
            Step.Good(ShutdownPhase.Draining, "requests", said));

        await sequence.RunAsync();

        Assert.Equal(["first", "requests", "runs", "streams", "database", "last"], said);
        Assert.True(sequence.Succeeded);
        Assert.Equal(
            string.Join('\n', new[] { "initiated", "draining", "saving_state", "closing_connections", "cleanup" }
                .Select(phase => $"Information: Shutdown: {phase} took 0 ms")),
            log.All);
    }

    [Fact]
    public async Task Run_StepThrows_IsLoggedAndTheNextRuns()
    {
        var sequence = Of(
            new Step(ShutdownPhase.SavingState, "runs", _ => throw new InvalidOperationException("no store")),
            Step.Good(ShutdownPhase.SavingState, "logs", said),
            Step.Good(ShutdownPhase.Cleanup, "files", said));

        await sequence.RunAsync();

        Assert.Equal(["logs", "files"], said);
        Assert.False(sequence.Succeeded);
        Assert.Contains("Error: Shutdown: saving_state: runs failed (no store)", log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DrainHangs_IsLeftAtItsLimitAndTheNextPhaseRuns()
    {
        var hanging = Step.Hanging(ShutdownPhase.Draining, "requests");
        var sequence = Of(hanging, Step.Good(ShutdownPhase.SavingState, "runs", said));

        var running = sequence.RunAsync();
        await hanging.Begun;
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(said);
        time.Advance(TimeSpan.FromSeconds(1));
        await running;

        Assert.Equal(["runs"], said);
        Assert.False(sequence.Succeeded);
        Assert.Contains("draining: requests did not end within 30000 ms", log.All, StringComparison.Ordinal);
        Assert.Contains("draining took 30000 ms", log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FirstOfTwoStepsHangs_TheSecondHasTheOtherHalfOfThePhase()
    {
        var hanging = Step.Hanging(ShutdownPhase.ClosingConnections, "Redis");
        var second = Step.Hanging(ShutdownPhase.ClosingConnections, "database");
        var sequence = Of(hanging, second, Step.Good(ShutdownPhase.Cleanup, "files", said));

        var running = sequence.RunAsync();
        await hanging.Begun;
        time.Advance(options.ClosingConnections / 2);
        await second.Begun;
        time.Advance(options.ClosingConnections / 2);
        await running;

        Assert.Equal(["files"], said);
        Assert.Contains("Redis did not end within 2000 ms", log.All, StringComparison.Ordinal);
        Assert.Contains("database did not end within 2000 ms", log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Announce_RequestsAreServedForThatLongAfterReadinessIsGone()
    {
        options.Announce = TimeSpan.FromSeconds(8);
        var draining = Step.Good(ShutdownPhase.Draining, "requests", said);
        var running = Of(Step.Good(ShutdownPhase.Initiated, "no more runs", said), draining).RunAsync();

        while (said.Count == 0)
            await Task.Yield();
        time.Advance(TimeSpan.FromSeconds(7.9));
        Assert.Equal(["no more runs"], said);
        while (!running.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(0.1));
            await Task.Yield();
        }

        Assert.Equal(["no more runs", "requests"], said);
    }

    [Fact]
    public async Task Run_StepBlocksItsThread_TheNextRuns()
    {
        using var never = new ManualResetEventSlim();
        var blocking = new Step(ShutdownPhase.SavingState, "blocks", _ =>
        {
            never.Wait(CancellationToken.None);
            return Task.CompletedTask;
        });
        var running = Of(blocking, Step.Good(ShutdownPhase.Cleanup, "files", said)).RunAsync();
        await blocking.Begun;
        time.Advance(options.SavingState);
        await running;

        Assert.Equal(["files"], said);
        never.Set();
    }

    private ShutdownSequence Of(params IShutdownStep[] steps) => new(steps, Options.Create(options), time, log);
}
