using StackExchange.Redis;

namespace Monolith.Live.Notices;

/// <summary>A connection that comes up whenever Redis does: a Redis that is down neither stops the start nor breaks it.</summary>
internal static class RedisConnection
{
    public static ConnectionMultiplexer Open(string configuration)
    {
        var options = ConfigurationOptions.Parse(configuration);
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 1_000;
        options.ClientName = "monolith";
        return ConnectionMultiplexer.Connect(options);
    }
}
