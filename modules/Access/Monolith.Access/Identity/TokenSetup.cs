using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;
using Monolith.Access.Settings;

namespace Monolith.Access.Identity;

/// <summary>Tokens of an OpenID Connect issuer: which are taken, and who acts by them.</summary>
internal sealed class TokenSetup(IOptions<AccessOptions> access) : IConfigureNamedOptions<JwtBearerOptions>
{
    // Those whose public half the issuer publishes: a symmetric one would make the published key the secret.
    public static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    public void Configure(JwtBearerOptions options) => Configure(AccessSchemes.Token, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        var oidc = access.Value.Oidc;
        options.Authority = oidc.Authority;
        options.Audience = oidc.Audience;
        options.RequireHttpsMetadata = !new Uri(oidc.Authority!).IsLoopback;
        options.MapInboundClaims = false;
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        options.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                if (PersonOf(context.Principal!, oidc, AccessSchemes.Token) is { } person)
                    context.Principal = person;
                else
                    context.Fail($"The token does not name anybody in the claim {oidc.NameClaim}.");
                return Task.CompletedTask;
            },
            // An issuer that cannot be reached is no fault of this host's.
            OnAuthenticationFailed = context =>
            {
                context.Fail(context.Exception);
                return Task.CompletedTask;
            },
        };
    }

    public static ClaimsPrincipal? PersonOf(ClaimsPrincipal token, OidcOptions oidc, string scheme) =>
        token.FindFirstValue(oidc.NameClaim) is { Length: > 0 and <= 128 } name && !name.Any(char.IsControl)
            ? Principals.Of(name, token.FindAll(oidc.RoleClaim).Select(claim => RoleOf(claim.Value, oidc)).OfType<AccessRole>().Distinct(), ProjectsOf(token, oidc), scheme)
            : null;

    /// <summary>A token that lacks the claim is of no project: what an issuer forgets must not open everything.</summary>
    private static ProjectScope ProjectsOf(ClaimsPrincipal token, OidcOptions oidc) =>
        oidc.ProjectClaim is { Length: > 0 } claim ? ProjectScope.Of(token.FindAll(claim).Select(value => value.Value).Where(IsProject)) : ProjectScope.All;

    private static bool IsProject(string value) => value == ProjectScope.Everything || Project.IsName(value);

    private static AccessRole? RoleOf(string value, OidcOptions oidc)
    {
        var role = oidc.Roles.Count == 0 ? value : oidc.Roles.GetValueOrDefault(value);
        return Enum.GetValues<AccessRole>().Cast<AccessRole?>().FirstOrDefault(known => known.ToString()!.Equals(role, StringComparison.OrdinalIgnoreCase));
    }
}
