using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Access.Identity;
using Monolith.Access.Keys;

namespace Monolith.Access.SignIn;

/// <summary>The cookie of whoever signed in by the page. It ends with the key.</summary>
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
        var keys = context.HttpContext.RequestServices.GetRequiredService<KeyRing>();
        if (Principals.KeyOf(context.Principal) is var (id, hash) && await keys.FindAsync(id, hash, context.HttpContext.RequestAborted) is { } key)
            context.ReplacePrincipal(Principals.Of(key, hash));
        else
            context.RejectPrincipal();
    }
}
