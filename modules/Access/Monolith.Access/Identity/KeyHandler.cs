using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Access.Keys;

namespace Monolith.Access.Identity;

/// <summary><c>Authorization: Bearer KEY</c>.</summary>
internal sealed class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, KeyRing keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // As above all those that are open to anybody, liveness among them.
        if (Context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null || BearerToken.Of(Request) is not { } token)
            return AuthenticateResult.NoResult();
        return await keys.FindAsync(token, Context.RequestAborted) is { } key
            ? AuthenticateResult.Success(new AuthenticationTicket(Principals.Of(key.Name, key.Roles, key.Scope, Scheme.Name), Scheme.Name))
            : AuthenticateResult.Fail("There is no such key, or it has expired.");
    }
}
