using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monolith.Access.Identity;
using Monolith.Access.Keys;
using Monolith.Access.Settings;

namespace Monolith.Access.SignIn;

/// <summary>The cookie of whoever signed in by the page. It ends with the key, or with the token.</summary>
internal static class CookieSetup
{
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "monolith";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (Principals.IssuerOf(context.Principal) is { } issuer)
        {
            if (issuer != context.HttpContext.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value.Oidc.Authority)
                context.RejectPrincipal();
            return;
        }

        var keys = context.HttpContext.RequestServices.GetRequiredService<KeyRing>();
        if (Principals.KeyOf(context.Principal) is var (id, hash) && await keys.FindAsync(id, hash, context.HttpContext.RequestAborted) is { } key)
            context.ReplacePrincipal(Principals.Of(key, hash));
        else
            context.RejectPrincipal();
    }
}
