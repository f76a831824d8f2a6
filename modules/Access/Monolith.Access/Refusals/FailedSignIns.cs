using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monolith.Access.Refusals;

/// <summary>
/// Ten failures a minute and address are told as such and logged; after that the answer is 429. Who has a key is let in all the same: behind
/// one proxy many share an address, and 256 random bits are not found by trying.
/// </summary>
internal sealed partial class FailedSignIns(ILogger<FailedSignIns> log) : IDisposable
{
    private const int PerMinute = 10;
    private const int NetworkBytes = 8;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(PlaceOf(address), _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = Window }));

    /// <returns>Whether there were too many: then the header <c>Retry-After</c> is set.</returns>
    public bool AreTooMany(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        using var lease = limiter.AttemptAcquire(address);
        if (lease.IsAcquired)
        {
            Log.Failed(log, address);
            return false;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return true;
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>Whoever has one IPv6 address has the 2^64 of its network.</summary>
    private static IPAddress PlaceOf(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, NetworkBytes, bytes.Length - NetworkBytes);
        return new IPAddress(bytes);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A sign-in from {Address} failed")]
        public static partial void Failed(ILogger log, IPAddress address);
    }
}
