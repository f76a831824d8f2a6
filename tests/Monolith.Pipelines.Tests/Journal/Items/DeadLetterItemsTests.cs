using System.Text.Json;
using Monolith.Pipelines.Journal.Items;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Tests.Runs;

namespace Monolith.Pipelines.Tests.Journal.Items;

public sealed class DeadLetterItemsTests
{
    private const string TwoTries = "stages:\n  - { id: a, agent: x, action: y, retry: { maxAttempts: 2 } }\n";

    [Fact]
    public void Of_TriesExhausted_IsOneOpenLetter()
    {
        var run = Exhausted();

        var item = Assert.Single(Items(run));

        Assert.Equal((RunItemKinds.DeadLetter, "a", DeadLetterItems.Open), (item.Kind, item.Stage, item.Status));
        Assert.Equal(run.Run.Stages[0].FinishedAt, item.CreatedAt);
        Assert.Null(item.DueAt);
        var data = JsonDocument.Parse(item.Data).RootElement;
        Assert.Equal(
            """{"code":"TASK_EXECUTION_FAILED","message":"it broke","attempts":2,"agent":"x","action":"y","pipeline":"p"}""", data.GetRawText());
    }

    [Fact]
    public void Of_FailureThatIsNotRetryable_IsNone() => Assert.Empty(Items(Given.Started(TwoTries).Fail("a")));

    [Fact]
    public void Of_AnotherTryLeft_IsNone() => Assert.Empty(Items(Given.Started(TwoTries).Fail("a", retryable: true)));

    [Fact]
    public void Of_RunRetried_HasTheSameLetterReplayed()
    {
        var run = Exhausted();
        var open = Assert.Single(Items(run));
        run.Events.Clear();

        run.Retry();

        var replayed = Assert.Single(Items(run));
        Assert.Equal(open with { Status = DeadLetterItems.Replayed }, replayed);
    }

    [Fact]
    public void Of_FailureAndRetryInOneCommit_HasEachLetterOnce()
    {
        var run = Exhausted().Retry();

        Assert.Equal(DeadLetterItems.Replayed, Assert.Single(Items(run)).Status);
    }

    [Fact]
    public void Of_ExhaustedAnew_IsAnotherLetter()
    {
        var run = Exhausted();
        var first = Assert.Single(Items(run)).Id;
        run.Retry();
        run.Events.Clear();
        run.Fail("a", retryable: true).Pass(TimeSpan.FromMinutes(1)).Fail("a", retryable: true);

        Assert.NotEqual(first, Assert.Single(Items(run)).Id);
    }

    private static Given Exhausted() => Given.Started(TwoTries).Fail("a", retryable: true).Pass(TimeSpan.FromMinutes(1)).Fail("a", retryable: true);

    private static IReadOnlyList<RunItem> Items(Given run) => DeadLetterItems.Of(run.Run, [.. run.Events.OfType<IRunEvent>()]);
}
