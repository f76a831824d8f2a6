using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Monolith.Access.Identity;

/// <summary>The ways to say who one is, and which of them a request takes.</summary>
internal static class AccessSchemes
{
    /// <summary>Chooses one of the others.</summary>
    public const string Chosen = "Access";

    public const string Key = "Key";
    public const string Token = "Token";
    public const string Cookie = "Cookie";

    /// <summary>People go there and come back; afterwards the cookie is theirs.</summary>
    public const string Issuer = "Issuer";

    public static string Of(HttpContext http, bool hasTokens)
    {
        // Liveness touches no database and no issuer, whatever a probe sends along.
        if (http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return Key;
        if (BearerToken.Of(http.Request) is not { } token)
            return Cookie;
        return hasTokens && token.Count('.') == 2 ? Token : Key;
    }

    private static int Count(this string text, char wanted) => text.AsSpan().Count(wanted);
}
