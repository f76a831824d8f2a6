using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monolith.Access.Refusals;
using Monolith.Access.Settings;
using Monolith.Kernel;

namespace Monolith.Access.Limits;

/// <summary>The built-in middleware with the house's counts.</summary>
internal static class RateLimitSetup
{
    private const string TooMany = "More requests came from you than are allowed. Wait as long as Retry-After says.";

    public static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRateLimiter(_ => { });
        services.AddSingleton<LocalCounts>().AddSingleton<CallLimiter>();
        if (configuration.GetConnectionString("Redis") is { Length: > 0 })
            services.AddSingleton<ICallCounts, RedisCounts>();
        else
            services.AddSingleton<ICallCounts>(provider => provider.GetRequiredService<LocalCounts>());
        services.AddOptions<RateLimiterOptions>().Configure<CallLimiter>((options, limiter) =>
        {
            options.GlobalLimiter = limiter;
            options.OnRejected = (context, _) => new ValueTask(Refusal.WriteAsync(context.HttpContext, ErrorCodes.RateLimitExceeded, TooMany));
        });
    }

    public static IApplicationBuilder UseRateLimits(this IApplicationBuilder app)
    {
        var mode = app.ApplicationServices.GetRequiredService<AccessMode>();
        var isLimited = app.ApplicationServices.GetRequiredService<IOptions<AccessOptions>>().Value.RateLimits.Enabled ?? !mode.IsOfMachine;
        return isLimited ? app.UseRateLimiter() : app;
    }
}
