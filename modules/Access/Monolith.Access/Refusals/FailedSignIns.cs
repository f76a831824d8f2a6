using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Monolith.Access.Contracts;
using Monolith.Access.Limits;

namespace Monolith.Access.Refusals;

/// <summary>
/// Ten failures a minute and address are told as such and logged; after that the answer is 429. Who has a key is let in all the same: behind
/// one proxy many share an address, and 256 random bits are not found by trying.
/// </summary>
internal sealed partial class FailedSignIns(ILogger<FailedSignIns> log) : IFailedSignIns, IDisposable
{
    private const int PerMinute = 10;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(CallerAddress.Of(address), _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = Window }));

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

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A sign-in from {Address} failed")]
        public static partial void Failed(ILogger log, IPAddress address);
    }
}
