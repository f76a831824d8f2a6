using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monolith.Access.Contracts;
using Monolith.Access.Identity;
using Monolith.Access.Refusals;
using Monolith.Access.Settings;
using Monolith.Kernel;

namespace Monolith.Access;

/// <summary>Who may do what.</summary>
public static class AccessModule
{
    /// <returns>Why the host may not listen where it is to listen; empty when it may.</returns>
    public static IEnumerable<string> ExposureFaults(IConfiguration configuration) => Exposure.Faults(configuration);

    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new SettingsSection("Access", typeof(AccessOptions)));
        services.AddSingleton(AccessMode.Of(configuration));
        services.AddAuthentication(AccessPolicies.Anonymous).AddScheme<AuthenticationSchemeOptions, AnonymousHandler>(AccessPolicies.Anonymous, null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(HasNoPolicyToLookAt).Build());
        return services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusals>();
    }

    /// <summary>After what answers faults, before every endpoint.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app)
    {
        TellMode(app.ApplicationServices);
        return app.UseAuthentication().UseAuthorization();
    }

    /// <summary>A route whose author forgot to say who may call it is nobody's; what is no route leads to the framework's own 404, 405 or 415.</summary>
    private static bool HasNoPolicyToLookAt(AuthorizationHandlerContext context) =>
        context.User.Identity is { IsAuthenticated: true } && context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint;

    private static void TellMode(IServiceProvider services)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Monolith.Access");
        switch (services.GetRequiredService<AccessMode>())
        {
            case { IsAnonymous: true, IsExplicit: true }:
                log.LogWarning("Access:Anonymous is true: whoever reaches this host is its admin");
                break;
            case { IsAnonymous: true }:
                log.LogInformation("Nobody has to sign in: whoever reaches this host, from this machine only, is its admin");
                break;
        }
    }
}
