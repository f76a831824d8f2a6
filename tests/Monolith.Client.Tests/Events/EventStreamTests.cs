using Monolith.Client.Events;
using Monolith.Client.Tests.Support;

namespace Monolith.Client.Tests.Events;

public sealed class EventStreamTests
{
    private const string End = "event: end\ndata: {}\n\n";

    [Fact]
    public async Task Follow_ConnectionBreaksThenHostCloses_GoesOnBehindTheLastEvent()
    {
        using var host = new Answers(
            Answers.Events(Event(1) + Event(2), breaks: true), Answers.Events(Event(3) + "event: closing\ndata: {}\n\n"), Answers.Events(Event(4) + End));

        Assert.Equal([1, 2, 3, 4], await VersionsAsync(host));
        Assert.Equal(["0", "2", "3"], host.Asked.Select(request => request.LastEventId));
    }

    [Fact]
    public async Task Follow_HostThatIsOverloadedInBetween_IsAskedAgain()
    {
        using var host = new Answers(Answers.Events(Event(1)), Answers.Problem(503, "OVERLOADED", "Ask again."), Answers.Events(Event(2) + End));

        Assert.Equal([1, 2], await VersionsAsync(host));
    }

    [Fact]
    public async Task Follow_RunThatIsNotThere_IsToldAtOnce()
    {
        using var host = new Answers(Answers.Problem(404, "NOT_FOUND", "There is no run."));

        var refused = await Assert.ThrowsAsync<MonolithException>(() => VersionsAsync(host));

        Assert.Equal((404, "NOT_FOUND", "x: There is no run."), (refused.Status, refused.Code, Assert.Single(refused.Reasons)));
    }

    private static async Task<List<long>> VersionsAsync(Answers host)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        var versions = new List<long>();
        await foreach (var item in new EventStream(http, _ => Task.CompletedTask).FollowAsync($"api/v1/runs/{Guid.NewGuid()}/events", "0", CancellationToken.None))
            versions.Add(long.Parse(item.EventId!, System.Globalization.CultureInfo.InvariantCulture));
        return versions;
    }

    private static string Event(int version) =>
        $"id: {version}\nevent: stage_started\ndata: {{\"runId\":\"{Guid.Empty}\",\"version\":{version},\"type\":\"stage_started\",\"at\":\"2026-11-29T00:00:00Z\"}}\n\n";
}
