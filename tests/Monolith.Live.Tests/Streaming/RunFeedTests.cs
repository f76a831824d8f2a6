using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Monolith.Live.Notices;
using Monolith.Live.Streaming;
using Monolith.Live.Tests.Support;
using Monolith.Pipelines.Contracts;

namespace Monolith.Live.Tests.Streaming;

public sealed class RunFeedTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly LocalNotices notices = new(NullLogger<LocalNotices>.Instance);
    private readonly RunFeed feed;

    public RunFeedTests() => feed = new RunFeed(notices, new EveryRow(), time, NullLogger<RunFeed>.Instance);

    public void Dispose() => feed.Dispose();

    [Fact]
    public async Task Listen_MoreChangeWithinThePauseThanAreLookedAt_AreCountedOnly()
    {
        using var listener = feed.Listen();
        var first = Change();
        Assert.Equal(first, Assert.Single((await NextAsync(listener)).Rows).Id);

        for (var other = 0; other <= RunFeed.Most; other++)
            Change();

        var next = await NextAsync(listener);
        Assert.Equal((0, RunFeed.Most + 1), (next.Rows.Count, next.More));
    }

    [Fact]
    public async Task Listen_SlowReader_IsToldHowManyItLost()
    {
        using var slow = feed.Listen();
        using var quick = feed.Listen();
        for (var batch = 0; batch < 20; batch++)
        {
            Change();
            await NextAsync(quick);
        }

        var next = await slow.NextAsync(CancellationToken.None);

        Assert.Equal((1, 12), (next.Rows.Count, next.More));
    }

    private Guid Change()
    {
        var run = Guid.NewGuid();
        notices.Publish(new RunNotice(run, 1, Guid.Empty));
        return run;
    }

    private async Task<RunFeedBatch> NextAsync(RunFeedListener listener)
    {
        var next = listener.NextAsync(CancellationToken.None);
        while (!next.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        return await next;
    }
}
