using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;

namespace Monolith.Access.Identity;

/// <summary>Nobody is asked, so everybody is the admin of the machine the host runs on.</summary>
internal sealed class AnonymousHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private static readonly ClaimsPrincipal Everybody =
        new(new ClaimsIdentity([new Claim(ClaimTypes.Role, nameof(AccessRole.Admin)), new Claim(ProjectScope.ClaimType, ProjectScope.Everything)], AccessPolicies.Anonymous));

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(Everybody, Scheme.Name)));
}
