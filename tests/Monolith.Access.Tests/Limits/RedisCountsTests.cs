using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Monolith.Access.Limits;
using Monolith.Integration.Tests.Hosting;
using StackExchange.Redis;

namespace Monolith.Access.Tests.Limits;

public sealed class RedisCountsTests : IDisposable
{
    private static readonly Quota Three = new("caller:ada", "caller", 3, TimeSpan.FromMinutes(1));

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 29, 8, 0, 0, TimeSpan.Zero));
    private readonly RedisServer server = new();
    private readonly ConnectionMultiplexer connection;

    public RedisCountsTests() => connection = ConnectionMultiplexer.Connect($"127.0.0.1:{server.Port},connectRetry=20,connectTimeout=1000,abortConnect=true,syncTimeout=1000,asyncTimeout=200");

    [Fact]
    public async Task Take_ByTwoHosts_IsOneQuotaUntilRedisIsGone()
    {
        var (one, other) = (Host(), Host());

        Assert.True((await TakeAsync(one)).IsTaken);
        Assert.True((await TakeAsync(other)).IsTaken);
        Assert.Equal(new Count(true, 0, 3), await TakeAsync(one));
        Assert.Equal(new Count(false, 0, 3), await TakeAsync(other));
        time.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(new Count(true, 3, 1), await TakeAsync(other));

        server.Freeze();
        Assert.Equal(new Count(true, 0, 1), await TakeAsync(one));
        Assert.Equal(new Count(true, 0, 2), await TakeAsync(one));
        server.Thaw();
    }

    public void Dispose()
    {
        connection.Dispose();
        server.Dispose();
    }

    private RedisCounts Host() => new(connection, new LocalCounts(), time, NullLogger<RedisCounts>.Instance);

    private ValueTask<Count> TakeAsync(RedisCounts host) => host.TakeAsync(Three, SlidingWindow.At(time.GetUtcNow(), Three.Window));
}
