using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox;

public sealed class ConfinedDaemonTests : ConfinedTest
{
    [Fact]
    public async Task Cancel_DaemonThatClearedItsEnvironment_IsGoneWithAllOfTheSandbox()
    {
        var mark = $"1000.{Random.Shared.Next(1_000_000):000000}";

        await Call.WithProgramsAsync(
            async programs =>
            {
                using var cancellation = new CancellationTokenSource();
                var running = programs.RunAsync(new("sh", "-c", $"setsid env -i sleep {mark} & echo up; wait"), cancellation.Token);
                await Call.SeesAsync("up");
                await cancellation.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
                return true;
            },
            Setup());

        Assert.Empty(Processes.Saying(mark));
    }
}
