using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monolith.Access.Contracts;
using Monolith.Access.Settings;
using Monolith.Access.SignIn;

namespace Monolith.Access.Identity;

/// <summary>The ways to say who one is that the configuration leaves.</summary>
internal static class SchemeSetup
{
    public static void AddSchemes(this IServiceCollection services, AccessMode mode)
    {
        if (mode.IsAnonymous)
        {
            services.AddAuthentication(AccessPolicies.Anonymous).AddScheme<AuthenticationSchemeOptions, AnonymousHandler>(AccessPolicies.Anonymous, null);
            return;
        }

        services.AddCookieKeys();
        var schemes = services.AddAuthentication(AccessSchemes.Chosen)
            .AddPolicyScheme(AccessSchemes.Chosen, null, choice => choice.ForwardDefaultSelector = http => AccessSchemes.Of(http, mode.HasTokens))
            .AddScheme<AuthenticationSchemeOptions, KeyHandler>(AccessSchemes.Key, null)
            .AddCookie(AccessSchemes.Cookie, CookieSetup.Configure);
        if (!mode.HasTokens)
            return;
        schemes.AddJwtBearer(AccessSchemes.Token, _ => { });
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, TokenSetup>();
        if (!mode.HasIssuer)
            return;
        schemes.AddOpenIdConnect(AccessSchemes.Issuer, _ => { });
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, IssuerSetup>();
    }

    private static void AddCookieKeys(this IServiceCollection services)
    {
        services.AddAntiforgery(options => options.Cookie.Name = "monolith-form");
        services.AddDataProtection().SetApplicationName("monolith");
        services.AddSingleton<CookieKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<CookieKeys>((options, keys) => options.XmlRepository = keys);
    }
}
