using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Monolith.Operations.Health;

internal sealed class RedisCheck(IServiceProvider services, IOptions<HealthOptions> options) : IHealthCheck
{
    public string Component => "redis";

    public TimeSpan? DegradedFrom => TimeSpan.FromMilliseconds(options.Value.RedisDegradedMs);

    public async Task<CheckResult> LookAsync(CancellationToken cancellationToken)
    {
        if (services.GetService<IConnectionMultiplexer>() is not { } redis)
            return new CheckResult(HealthStatus.Healthy, "not configured");
        await redis.GetDatabase().PingAsync().WaitAsync(cancellationToken);
        return new CheckResult(HealthStatus.Healthy, "answers");
    }
}
