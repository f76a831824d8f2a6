using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Access.Api;
using Monolith.Access.Audit;
using Monolith.Access.Audit.Verifying;
using Monolith.Access.Browsers;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;
using Monolith.Access.Identity;
using Monolith.Access.Keys;
using Monolith.Access.Limits;
using Monolith.Access.Projects;
using Monolith.Access.Refusals;
using Monolith.Access.Settings;
using Monolith.Access.SignIn;
using Monolith.Kernel;

namespace Monolith.Access;

/// <summary>Who may do what.</summary>
public static class AccessModule
{
    private const string CommandLine = "command line";

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
            .AddSingleton<AuditTable>()
            .AddSingleton<AuditWriter>()
            .AddSingleton<IAuditLog>(provider => provider.GetRequiredService<AuditWriter>())
            .AddSingleton<IShutdownStep>(provider => provider.GetRequiredService<AuditWriter>())
            .AddHostedService<HostStart>()
            .AddSingleton<KeyTable>()
            .AddSingleton<BootstrapKey>()
            .AddSingleton<KeyRing>()
            .AddSingleton<KeyDesk>()
            .AddSingleton<IItemProjects, KeyOwners>()
            .AddSingleton<FailedSignIns>()
            // Counted apart: a forge with a wrong secret is no reason to doubt the people behind the same address.
            .AddSingleton<IFailedSignIns>(provider => ActivatorUtilities.CreateInstance<FailedSignIns>(provider))
            .AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusals>();
    }

    /// <summary>What browsers are told with every answer, and what proxies are believed; the first of all.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.UseForwardedHeaders().UseMiddleware<SecurityHeaders>();

    /// <summary>After what answers faults, before every endpoint.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app)
    {
        ModeLog.Tell(app.ApplicationServices);
        return app.UseMiddleware<AuditTrail>().UseMiddleware<LocalNames>().UseCors()
            .UseAuthentication().UseRateLimits().UseMiddleware<RequestIdentity>().UseMiddleware<PageOrigin>()
            .UseAuthorization().UseMiddleware<ProjectWall>().UseMiddleware<AuditFirst>();
    }

    /// <summary>Maps <c>/api/v1/keys</c>, <c>/api/v1/audit</c> and, on a host where people sign in, <c>/sign-in</c> and <c>/sign-out</c>.</summary>
    public static IEndpointRouteBuilder MapAccess(this IEndpointRouteBuilder app)
    {
        KeyRoutes.Map(app);
        AuditTrailRoutes.Map(app);
        if (!app.ServiceProvider.GetRequiredService<AccessMode>().IsAnonymous)
            SignInRoutes.Map(app);
        return app;
    }

    /// <summary>Makes a key at the command line.</summary>
    /// <param name="services">Of a host whose tables are there.</param>
    /// <param name="name">Who acts with it.</param>
    /// <param name="roles">By name.</param>
    /// <param name="expiresAt">Null for never.</param>
    /// <param name="projects">Null for all.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>The key itself, or what is wrong.</returns>
    public static async Task<Result<string>> CreateKeyAsync(
        IServiceProvider services, string? name, IReadOnlyList<string> roles, DateTimeOffset? expiresAt, IReadOnlyList<string>? projects, CancellationToken cancellationToken)
    {
        var audit = services.GetRequiredService<IAuditLog>();
        var asked = new AuditEvent("key.create") { Who = CommandLine, Result = "asked", Detail = new Dictionary<string, string> { ["name"] = name ?? "", ["roles"] = string.Join(", ", roles) } };
        if (!await audit.WriteAsync(asked, cancellationToken))
            return new Problem(ErrorCodes.DatabaseError, "The audit trail cannot be written, so nothing was changed.");
        var made = await services.GetRequiredService<KeyDesk>().CreateAsync(new KeyOrder(name, roles, expiresAt, projects), CommandLine, ProjectScope.All, cancellationToken);
        if (made.IsSuccess)
            await audit.WriteAsync(asked with { Result = "made", Subject = made.Value.Key.Id.ToString() }, cancellationToken);
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

    /// <summary>Checks an export of the audit trail with nothing but the file, and writes a line.</summary>
    /// <param name="file">The export's path.</param>
    /// <param name="publicKey">The path of the key, as PEM, that its head must be signed with; null for the one it names itself.</param>
    /// <param name="output">The verdict.</param>
    /// <param name="error">Why there is none.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>0 when it is as it was written; 1 when not, the first line that is wrong named; 2 when a path is wrong.</returns>
    public static Task<int> VerifyAuditAsync(string file, string? publicKey, TextWriter output, TextWriter error, CancellationToken cancellationToken) =>
        VerifyAudit.RunAsync(VerifyAudit.LinesAsync(file, cancellationToken), publicKey, output, error, cancellationToken);

    /// <summary>The same of a host's own store.</summary>
    /// <inheritdoc cref="VerifyAuditAsync(string, string?, TextWriter, TextWriter, CancellationToken)"/>
    /// <param name="services">Of a host whose tables are there.</param>
    public static Task<int> VerifyAuditAsync(IServiceProvider services, string? publicKey, TextWriter output, TextWriter error, CancellationToken cancellationToken) =>
        VerifyAudit.RunAsync(services.GetRequiredService<AuditTable>().ReadAsync(cancellationToken), publicKey, output, error, cancellationToken);

    /// <summary>A route whose author forgot to say who may call it is nobody's; what is no route leads to the framework's own 404, 405 or 415.</summary>
    private static bool HasNoPolicyToLookAt(AuthorizationHandlerContext context) =>
        context.User.Identity is { IsAuthenticated: true } && context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint;
}
