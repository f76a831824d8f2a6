using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Access.Browsers;
using Monolith.Access.Contracts;
using Monolith.Access.Limits;
using Monolith.Kernel;

namespace Monolith.Access.Settings;

/// <summary>What the host checks at its start: the sections, and what must fit together.</summary>
internal static class AccessSettings
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section);
        services.AddSingleton(new SettingsSection(AccessOptions.Section, typeof(AccessOptions)));
        services.AddSingleton(new SettingsSection("Access:Bootstrap", typeof(BootstrapOptions)));
        services.AddSingleton(new SettingsSection("Access:Oidc", typeof(OidcOptions)));
        services.AddSingleton(new SettingsSection("Access:RateLimits", typeof(RateLimitOptions)));
        services.AddSingleton(new SettingRule("Access:Anonymous", value => AnonymousFault(value, configuration)));
        services.AddSingleton(new SettingRule("Access:CorsOrigins", CrossOrigin.FaultOf));
        services.AddSingleton(new SettingRule("Access:Proxies", KnownProxies.FaultOf));
        services.AddSingleton(new SettingRule("Access:Oidc:Authority", value => AuthorityFault(value, configuration)));
        services.AddSingleton(new SettingRule("Access:Oidc:ClientId", _ => ClientFault(configuration)));
        services.AddSingleton(new SettingRule("Access:Oidc:Roles", RoleFault));
    }

    private static string? AnonymousFault(string value, IConfiguration configuration) =>
        bool.TryParse(value, out var anonymous) && anonymous && AccessMode.WaysIn(configuration) is { Count: > 0 } ways
            ? $"Nobody signs in where everybody is the admin. Take it away, or {string.Join(" and ", ways)}."
            : null;

    private static string? AuthorityFault(string value, IConfiguration configuration)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
            return "Give an address that begins with https://; plain http is taken on this machine only.";
        return configuration["Access:Oidc:Audience"] is { Length: > 0 } ? null : "Without Access:Oidc:Audience tokens for other programs would be taken. Set it.";
    }

    private static string? ClientFault(IConfiguration configuration) =>
        configuration["Access:Oidc:Authority"] is { Length: > 0 } ? null : "There is no issuer to sign in at. Set Access:Oidc:Authority.";

    private static string? RoleFault(string value) =>
        Enum.TryParse<AccessRole>(value, ignoreCase: true, out _) && !char.IsDigit(value[0]) ? null : $"'{value}' is none of viewer, operator, approver, admin.";
}
