using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Monolith.Kernel;
using Monolith.Live.Notices;
using Monolith.Live.Tests.Support;
using Monolith.Pipelines.Contracts;

namespace Monolith.Live.Tests.Notices;

public sealed class RedisNoticesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Publish_TwoHosts_TheOtherHearsAndTheOwnIsNotDoubled()
    {
        using var redis = new RedisServer();
        redis.Start();
        await using var one = await Host.StartAsync(redis.Port);
        await using var two = await Host.StartAsync(redis.Port);

        await HeardByAsync(one, two);

        Assert.Equal(one.Heard.Count, one.Heard.Distinct().Count());
    }

    [Fact]
    public async Task Publish_RedisRestarted_HostsHearEachOtherAgain()
    {
        using var redis = new RedisServer();
        redis.Start();
        await using var one = await Host.StartAsync(redis.Port);
        await using var two = await Host.StartAsync(redis.Port);
        await HeardByAsync(one, two);

        redis.Stop();
        one.Notices.Publish(new RunNotice(Guid.NewGuid(), 1, one.Id));
        redis.Start();

        await HeardByAsync(one, two);
        await HeardByAsync(two, one);
    }

    [Fact]
    public async Task Start_RedisDown_HostHearsItselfAndLaterTheOthers()
    {
        using var redis = new RedisServer();
        await using var one = await Host.StartAsync(redis.Port);
        await using var two = await Host.StartAsync(redis.Port);
        var notice = new RunNotice(Guid.NewGuid(), 1, one.Id);
        one.Notices.Publish(notice);
        Assert.Contains(notice, one.Heard);

        redis.Start();

        await HeardByAsync(one, two);
    }

    /// <summary>Notices may be lost while a connection comes up, so one is sent again until it is heard.</summary>
    private static async Task HeardByAsync(Host from, Host to)
    {
        using var patience = new CancellationTokenSource(Patience);
        var run = Guid.NewGuid();
        for (var version = 1; !to.Heard.Any(notice => notice.RunId == run); version++)
        {
            from.Notices.Publish(new RunNotice(run, version, from.Id));
            await Task.Delay(50, patience.Token);
        }
    }

    private sealed class Host : IAsyncDisposable
    {
        private readonly StackExchange.Redis.ConnectionMultiplexer redis;

        private Host(int port)
        {
            var identity = HostIdentity.Create();
            Id = identity.Id;
            redis = RedisConnection.Open($"127.0.0.1:{port}");
            Notices = new RedisNotices(redis, new LocalNotices(NullLogger<LocalNotices>.Instance), identity, NullLogger<RedisNotices>.Instance);
            Notices.Subscribe(Heard.Enqueue);
        }

        public Guid Id { get; }

        public RedisNotices Notices { get; }

        public ConcurrentQueue<RunNotice> Heard { get; } = [];

        public static async Task<Host> StartAsync(int port)
        {
            var host = new Host(port);
            await host.Notices.StartAsync(CancellationToken.None);
            return host;
        }

        public async ValueTask DisposeAsync() => await redis.DisposeAsync();
    }
}
