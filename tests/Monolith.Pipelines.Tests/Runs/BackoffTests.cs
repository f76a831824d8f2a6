using Monolith.Pipelines.Runs.Commands;

namespace Monolith.Pipelines.Tests.Runs;

public sealed class BackoffTests
{
    [Fact]
    public void Fail_WithPreset_WaitsWithinAFifthOfItsNumbersAndAlikeEachTime()
    {
        double[] expected = [1, 2, 4, 8];
        var (run, again) = (Given.Started(Stage("network")), Given.Started(Stage("network")));
        foreach (var seconds in expected)
        {
            var wait = FailAndWait(run);
            Assert.InRange(wait.TotalSeconds, seconds * 0.8, seconds * 1.2);
            Assert.NotEqual(seconds, wait.TotalSeconds);
            Assert.Equal(wait, FailAndWait(again));
        }

        Assert.True(run.Fail("a", retryable: true).Run.IsFinal);
    }

    [Fact]
    public void Fail_WithoutRetryOrJitter_WaitsToTheSecond()
    {
        Assert.Equal(TimeSpan.FromSeconds(1), FailAndWait(Given.Started("stages:\n  - { id: a, agent: x, action: y }\n")));
        Assert.Equal(TimeSpan.FromSeconds(5), FailAndWait(Given.Started(Stage("{ preset: patient, jitter: false }"))));
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(1, 2)]
    [InlineData(90_000, 3_600)]
    public void Fail_RetryAfter_IsWaitedForWhenLaterUpToAnHour(int asked, int expected)
    {
        var run = Given.Started(Stage("{ backoff: 2s }"));

        run.Complete("a", Failure() with { RetryAfter = TimeSpan.FromSeconds(asked) });

        Assert.Equal(Given.Start.AddSeconds(expected), run.Run.Stages[0].NotBefore);
    }

    private static string Stage(string retry) => $"stages:\n  - {{ id: a, agent: x, action: y, retry: {retry} }}\n";

    private static AttemptOutcome Failure() => AttemptOutcome.Failure("TASK_EXECUTION_FAILED", "it broke", retryable: true);

    private static TimeSpan FailAndWait(Given run)
    {
        run.Complete("a", Failure());
        var wait = run.Run.Stages[0].NotBefore!.Value - run.Now;
        run.Pass(wait);
        return wait;
    }
}
