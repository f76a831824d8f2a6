using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Monolith.Access.Settings;

namespace Monolith.Access.Limits;

/// <summary>
/// Asks for each request whether its caller has one left, and tells how many there are:
/// https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ (fields of version 08 and later).
/// </summary>
internal sealed class CallLimiter(ICallCounts counts, IOptions<AccessOptions> options, TimeProvider time) : PartitionedRateLimiter<HttpContext>
{
    public const string PolicyHeader = "RateLimit-Policy";
    public const string Header = "RateLimit";

    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => null;

    /// <summary>The middleware tries without waiting first; where Redis counts, there is nothing to know without.</summary>
    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount) => CallLease.Refused;

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(HttpContext resource, int permitCount, CancellationToken cancellationToken)
    {
        var quota = Quota.Of(resource, options.Value.RateLimits);
        var window = SlidingWindow.At(time.GetUtcNow(), quota.Window);
        var count = await counts.TakeAsync(quota, window);
        var wait = count.IsTaken ? quota.Window * window.Weight : window.Wait(count, quota);
        Tell(resource.Response, quota, window.Left(count, quota.Limit), Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)), count.IsTaken);
        return count.IsTaken ? CallLease.Taken : CallLease.Refused;
    }

    private static void Tell(HttpResponse response, Quota quota, int left, long seconds, bool isTaken)
    {
        response.Headers[PolicyHeader] = quota.Policy;
        response.Headers[Header] = string.Create(CultureInfo.InvariantCulture, $"\"{quota.Name}\";r={(isTaken ? left : 0)};t={seconds}");
        if (!isTaken)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }

    private sealed class CallLease(bool isAcquired) : RateLimitLease
    {
        public static CallLease Taken { get; } = new(true);

        public static CallLease Refused { get; } = new(false);

        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
