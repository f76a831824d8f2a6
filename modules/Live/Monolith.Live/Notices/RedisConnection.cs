using System.Net;
using StackExchange.Redis;

namespace Monolith.Live.Notices;

/// <summary>A connection that comes up whenever Redis does: a Redis that is down neither stops the start nor breaks it.</summary>
internal static class RedisConnection
{
    private const string Form = "It is not of the form host:port,password=..., such as localhost:6379.";

    // The value may hold a password, so no fault repeats it.
    public static string? Fault(string configuration)
    {
        try
        {
            var places = ConfigurationOptions.Parse(configuration).EndPoints;
            return places.Count > 0 && places.All(IsPlace) ? null : Form;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or OverflowException)
        {
            return Form;
        }
    }

    public static ConnectionMultiplexer Open(string configuration)
    {
        var options = ConfigurationOptions.Parse(configuration);
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 1_000;
        options.ClientName = "monolith";
        return ConnectionMultiplexer.Connect(options);
    }

    private static bool IsPlace(EndPoint place) =>
        place is not DnsEndPoint { Host: var host } || Uri.CheckHostName(host) is not UriHostNameType.Unknown;
}
