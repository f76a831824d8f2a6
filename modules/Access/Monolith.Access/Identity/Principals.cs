using System.Security.Claims;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;
using Monolith.Access.Keys;

namespace Monolith.Access.Identity;

/// <summary>Who acts, as the rest of the host sees it.</summary>
internal static class Principals
{
    private const string KeyId = "key";
    private const string KeyHash = "hash";
    private const string Issuer = "issuer";

    public static ClaimsPrincipal Of(string name, IEnumerable<AccessRole> roles, ProjectScope projects, string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, name),
            .. roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())),
            .. projects.Names.Select(project => new Claim(ProjectScope.ClaimType, project)),
        ],
        scheme));

    /// <summary>For a cookie: it lets in as long as the key does that it was had for.</summary>
    public static ClaimsPrincipal Of(ApiKey key, byte[] hash)
    {
        var person = Of(key.Name, key.Roles, key.Scope, AccessSchemes.Cookie);
        person.Identities.First().AddClaims([new Claim(KeyId, key.Id.ToString()), new Claim(KeyHash, Convert.ToHexString(hash))]);
        return person;
    }

    /// <summary>For a cookie: it lets in until it ends, while that issuer is this host's.</summary>
    public static ClaimsPrincipal Of(ClaimsPrincipal person, string authority)
    {
        person.Identities.First().AddClaim(new Claim(Issuer, authority));
        return person;
    }

    /// <returns>The issuer that a cookie was had from; null when it was had by a key.</returns>
    public static string? IssuerOf(ClaimsPrincipal? person) => person?.FindFirstValue(Issuer);

    /// <returns>The key that a cookie was had for; null for a cookie of another version.</returns>
    public static (Guid Id, byte[] Hash)? KeyOf(ClaimsPrincipal? person) =>
        Guid.TryParse(person?.FindFirstValue(KeyId), out var id) && person?.FindFirstValue(KeyHash) is { } hash ? (id, Convert.FromHexString(hash)) : null;
}
