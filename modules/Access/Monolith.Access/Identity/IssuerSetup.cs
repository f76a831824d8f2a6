using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Monolith.Access.Settings;
using Monolith.Access.SignIn;

namespace Monolith.Access.Identity;

/// <summary>People sign in at the issuer by the authorization code flow with PKCE, and come back with a code that this host alone can change for a token.</summary>
internal sealed class IssuerSetup(IOptions<AccessOptions> access) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public void Configure(OpenIdConnectOptions options) => Configure(AccessSchemes.Issuer, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        var oidc = access.Value.Oidc;
        options.Authority = oidc.Authority;
        options.RequireHttpsMetadata = !new Uri(oidc.Authority!).IsLoopback;
        options.ClientId = oidc.ClientId;
        options.ClientSecret = oidc.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.TokenValidationParameters.ValidAlgorithms = TokenSetup.Algorithms;
        options.SignInScheme = AccessSchemes.Cookie;
        options.UseTokenLifetime = true;
        options.CallbackPath = IssuerRoute.Callback;
        options.Scope.Add("email");
        // The issuer sends people back by a GET, with which cookies of the middle kind go; the strict ones would not.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnTokenValidated = context =>
        {
            if (TokenSetup.PersonOf(context.Principal!, oidc, AccessSchemes.Cookie) is { } person)
                context.Principal = Principals.Of(person, oidc.Authority!);
            else
                context.Fail($"The token does not name anybody in the claim {oidc.NameClaim}.");
            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = IssuerRoute.ArriveAsync;
        options.Events.OnRemoteFailure = IssuerRoute.FailAsync;
    }
}
