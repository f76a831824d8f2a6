using System.Globalization;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Monolith.Access.Limits;

/// <summary>Counts what all hosts are asked. Without an answer of Redis each counts for itself: nobody is refused because Redis is down.</summary>
internal sealed partial class RedisCounts(IConnectionMultiplexer redis, LocalCounts local, TimeProvider time, ILogger<RedisCounts> log) : ICallCounts
{
    private const string Script = """
        local current = tonumber(redis.call('GET', KEYS[1]) or '0')
        local previous = tonumber(redis.call('GET', KEYS[2]) or '0')
        if previous * tonumber(ARGV[2]) + current + 1 > tonumber(ARGV[1]) then return {0, previous, current} end
        current = redis.call('INCR', KEYS[1])
        if current == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
        return {1, previous, current}
        """;

    /// <summary>A request does not wait longer for its count.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private long askAgainAt = DateTimeOffset.MinValue.UtcTicks;

    public async ValueTask<Count> TakeAsync(Quota quota, SlidingWindow window)
    {
        if (!redis.IsConnected || time.GetUtcNow().UtcTicks < Volatile.Read(ref askAgainAt))
            return await local.TakeAsync(quota, window);
        try
        {
            return await AskAsync(quota, window);
        }
        catch (Exception gone) when (gone is RedisException or TimeoutException or ObjectDisposedException)
        {
            Volatile.Write(ref askAgainAt, (time.GetUtcNow() + Rest).UtcTicks);
            Log.Alone(log, gone.Message);
            return await local.TakeAsync(quota, window);
        }
    }

    private async Task<Count> AskAsync(Quota quota, SlidingWindow window)
    {
        var asked = redis.GetDatabase().ScriptEvaluateAsync(
            Script,
            [Key(quota, window.Index), Key(quota, window.Index - 1)],
            [quota.Limit, window.Weight.ToString("R", CultureInfo.InvariantCulture), (long)(quota.Window.TotalMilliseconds * 2)]);
        var answer = (long[]?)await asked.WaitAsync(Patience, time);
        return answer is [var taken, var previous, var current] ? new Count(taken == 1, previous, current) : throw new RedisException("The answer is none of the script's.");
    }

    // In braces is what a cluster places the key by: both are asked together.
    private static RedisKey Key(Quota quota, long index) => string.Create(CultureInfo.InvariantCulture, $"monolith:calls:{{{quota.Caller}}}:{quota.Window.Ticks}:{index}");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Redis does not count requests, so this host counts its own for a while: {Reason}")]
        public static partial void Alone(ILogger log, string reason);
    }
}
