using Monolith.Live.Tests.Support;

namespace Monolith.Live.Tests.Streaming;

public sealed class StageLogStreamTests : IAsyncLifetime
{
    private readonly LiveApp live = new();

    public Task InitializeAsync() => live.StartAsync();

    public async Task DisposeAsync() => await live.DisposeAsync();

    [Fact]
    public async Task Follow_BrokenInTheMiddle_GoesOnAfterThePieceAndEnds()
    {
        live.Logs.Write("first\n");
        using (var reader = await live.FollowAsync(Address(WrittenLogs.Stage)))
            Assert.Equal(("1-1", "\"first\\n\""), await NextAsync(reader));

        live.Logs.Write("second\n");
        using var again = await live.FollowAsync(Address(WrittenLogs.Stage), "1-1");
        Assert.Equal(("1-2", "\"second\\n\""), await NextAsync(again));
        live.Logs.Write("third\n");
        Assert.Equal("1-3", (await NextAsync(again)).Id);
        live.Logs.End();

        Assert.EndsWith("event: end\ndata: {}\n\n", await again.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_UnknownStageOrPlace_IsAProblem()
    {
        Assert.Equal(404, (int)(await live.Http.GetAsync(Address("other"))).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(WrittenLogs.Stage));
        request.Headers.Add("Last-Event-ID", "nonsense");
        Assert.Equal(400, (int)(await live.Http.SendAsync(request)).StatusCode);
    }

    private static string Address(string stage) => $"/api/v1/runs/{Guid.NewGuid()}/stages/{stage}/log/events";

    private static async Task<(string Id, string Data)> NextAsync(StreamReader reader)
    {
        var id = "";
        while (await reader.ReadLineAsync() is { } line)
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = line["id: ".Length..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                return (id, line["data: ".Length..]);
        throw new EndOfStreamException();
    }
}
