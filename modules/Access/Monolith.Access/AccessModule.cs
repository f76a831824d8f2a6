using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Access.Api;
using Monolith.Access.Browsers;
using Monolith.Access.Identity;
using Monolith.Access.Keys;
using Monolith.Access.Limits;
using Monolith.Access.Refusals;
using Monolith.Access.Settings;
using Monolith.Access.SignIn;
using Monolith.Kernel;

namespace Monolith.Access;

/// <summary>Who may do what.</summary>
public static class AccessModule
{
    /// <returns>Why the host may not listen where it is to listen; empty when it may.</returns>
    public static IEnumerable<string> ExposureFaults(IConfiguration configuration) => Exposure.Faults(configuration);

    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        AccessSettings.Add(services, configuration);
        services.AddSingleton(AccessMode.Of(configuration));
        services.ConfigureMarten(AccessSchema.Add);
        services.AddSchemes(AccessMode.Of(configuration));
        services.AddRateLimits(configuration);
        services.AddCrossOrigin();
        services.AddKnownProxies();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(HasNoPolicyToLookAt).Build());
        return services
            .AddSingleton(provider => new AccessSchema(provider.GetRequiredService<IDocumentStore>().Options.DatabaseSchemaName))
            .AddSingleton<KeyTable>()
            .AddSingleton<BootstrapKey>()
            .AddSingleton<KeyRing>()
            .AddSingleton<KeyDesk>()
            .AddSingleton<FailedSignIns>()
            .AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusals>();
    }

    /// <summary>What browsers are told with every answer, and what proxies are believed; the first of all.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.UseForwardedHeaders().UseMiddleware<SecurityHeaders>();

    /// <summary>After what answers faults, before every endpoint.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app)
    {
        ModeLog.Tell(app.ApplicationServices);
        return app.UseMiddleware<LocalNames>().UseCors().UseAuthentication().UseRateLimits().UseMiddleware<RequestIdentity>().UseMiddleware<PageOrigin>().UseAuthorization();
    }

    /// <summary>Maps <c>/api/v1/keys</c> and, on a host where people sign in, <c>/sign-in</c> and <c>/sign-out</c>.</summary>
    public static IEndpointRouteBuilder MapAccess(this IEndpointRouteBuilder app)
    {
        KeyRoutes.Map(app);
        if (!app.ServiceProvider.GetRequiredService<AccessMode>().IsAnonymous)
            SignInRoutes.Map(app);
        return app;
    }

    /// <summary>Makes a key at the command line.</summary>
    /// <param name="services">Of a host whose tables are there.</param>
    /// <param name="name">Who acts with it.</param>
    /// <param name="roles">By name.</param>
    /// <param name="expiresAt">Null for never.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>The key itself, or what is wrong.</returns>
    public static async Task<Result<string>> CreateKeyAsync(
        IServiceProvider services, string? name, IReadOnlyList<string> roles, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        var made = await services.GetRequiredService<KeyDesk>().CreateAsync(new KeyOrder(name, roles, expiresAt), "command line", cancellationToken);
        return made.IsSuccess ? made.Value.Text : Result<string>.Failed(made.Problems);
    }

    /// <summary>Gives a host that its own process alone calls a key which is kept nowhere, in place of the configured one.</summary>
    /// <returns>The key; null where nobody signs in.</returns>
    public static string? AddOwnKey(IConfigurationBuilder configuration)
    {
        if (AccessMode.Of(configuration.Build()).IsAnonymous)
            return null;
        var key = KeyText.New(BootstrapKey.Id);
        configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Access:Bootstrap:KeyHash", Convert.ToHexString(KeyText.Hash(key)))]);
        return key;
    }

    /// <summary>A route whose author forgot to say who may call it is nobody's; what is no route leads to the framework's own 404, 405 or 415.</summary>
    private static bool HasNoPolicyToLookAt(AuthorizationHandlerContext context) =>
        context.User.Identity is { IsAuthenticated: true } && context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint;
}
