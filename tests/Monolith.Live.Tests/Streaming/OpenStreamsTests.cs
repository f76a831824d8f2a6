using Microsoft.Extensions.Options;
using Monolith.Kernel;
using Monolith.Live.Streaming;

namespace Monolith.Live.Tests.Streaming;

public sealed class OpenStreamsTests
{
    private readonly OpenStreams streams = new(Options.Create(new StreamOptions { MaxStreams = 3, MaxStreamsPerCaller = 2 }));

    [Fact]
    public void Enter_MoreThanACallerMay_IsRefusedUntilOneIsClosed()
    {
        var first = streams.Enter("ada").Value;
        _ = streams.Enter("ada").Value;

        Assert.Equal(ErrorCodes.RateLimitExceeded, Assert.Single(streams.Enter("ada").Problems).Code);
        Assert.True(streams.Enter("bob").IsSuccess);
        first.Dispose();
        Assert.True(streams.Enter("ada").IsSuccess);
        Assert.Equal(3, streams.Count);
    }

    [Fact]
    public async Task Enter_MoreThanTheHostTakes_IsRefusedAndAllCanBeClosed()
    {
        var open = new[] { "ada", "bob", "eve" }.Select(caller => streams.Enter(caller).Value).ToList();

        Assert.Equal(ErrorCodes.Overloaded, Assert.Single(streams.Enter("joe").Problems).Code);
        var closed = streams.CloseAsync(CancellationToken.None);
        open.ForEach(stream => stream.Dispose());
        await closed;
        Assert.Equal(0, streams.Count);
    }
}
