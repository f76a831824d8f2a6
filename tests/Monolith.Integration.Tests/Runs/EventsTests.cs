using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Runs;

[Collection(OneHost.Name)]
public sealed class EventsTests(HostFixture host)
{
    [Theory]
    [InlineData("0", 5)]
    [InlineData("4", 1)]
    [InlineData("5", 0)]
    [InlineData("1000", 0)]
    public async Task Events_RunThatIsOver_ComeAfterLastEventIdAndEnd(string lastEventId, int events)
    {
        var run = await host.Http.StartAsync("name: short\nstages: [{ id: a, agent: recorder, action: noop }]\n");
        await host.Http.EndAsync(run);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{run}/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("Last-Event-ID", lastEventId);

        using var answer = await host.Http.SendAsync(request).WaitAsync(TimeSpan.FromSeconds(60));

        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n');
        Assert.Equal(events, lines.Count(line => line.StartsWith("id: ", StringComparison.Ordinal)));
        Assert.Contains("event: end", lines);
    }
}
