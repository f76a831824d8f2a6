using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using StackExchange.Redis;

namespace Monolith.Live.Notices;

/// <summary>Notices within this host at once, and to the other hosts by Redis pub/sub. What Redis loses, readers find by reading.</summary>
internal sealed class RedisNotices(
    IConnectionMultiplexer redis, LocalNotices local, HostIdentity host, ILogger<RedisNotices> log) : IRunNotices, IHostedService
{
    private static readonly RedisChannel Channel = RedisChannel.Literal("monolith:runs");

    public void Publish(RunNotice notice)
    {
        local.Publish(notice);
        try
        {
            redis.GetSubscriber().Publish(Channel, Write(notice), CommandFlags.FireAndForget);
        }
        catch (Exception gone) when (gone is RedisException or ObjectDisposedException)
        {
            log.LogDebug("A notice did not reach Redis: {Reason}", gone.Message);
        }
    }

    public IDisposable Subscribe(Action<RunNotice> onNotice) => local.Subscribe(onNotice);

    public IDisposable Subscribe(Guid runId, Action<RunNotice> onNotice) => local.Subscribe(runId, onNotice);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await redis.GetSubscriber().SubscribeAsync(Channel, (_, message) => Hear(message), CommandFlags.FireAndForget);
        }
        catch (RedisException gone)
        {
            log.LogWarning("Redis does not answer; other hosts are heard once it does: {Reason}", gone.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Hear(RedisValue message)
    {
        if (Read(message.ToString()) is { } notice && notice.HostId != host.Id)
            local.Publish(notice);
    }

    private static string Write(RunNotice notice) =>
        string.Create(CultureInfo.InvariantCulture, $"{notice.RunId:N} {notice.Version} {notice.HostId:N}");

    private static RunNotice? Read(string message)
    {
        var words = message.Split(' ');
        return words.Length == 3
            && Guid.TryParseExact(words[0], "N", out var run)
            && long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && Guid.TryParseExact(words[2], "N", out var from)
                ? new RunNotice(run, version, from)
                : null;
    }
}
