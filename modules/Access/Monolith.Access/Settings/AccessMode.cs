using Microsoft.Extensions.Configuration;

namespace Monolith.Access.Settings;

/// <summary>Whether the host asks anybody who they are.</summary>
/// <param name="IsAnonymous">Nobody is asked.</param>
/// <param name="IsExplicit">Somebody configured it so; otherwise it follows from there being no configuration.</param>
/// <param name="HasTokens">Tokens of an issuer are taken, beside keys.</param>
internal sealed record AccessMode(bool IsAnonymous, bool IsExplicit, bool HasTokens)
{
    /// <summary>People sign in at the issuer.</summary>
    public bool HasIssuer { get; private init; }

    private static readonly string[] WaysToSignIn = ["Access:Bootstrap:KeyHash", "Access:Oidc:Authority"];
    private const string Client = "Access:Oidc:ClientId";

    /// <summary>Nothing is configured: the host is its machine's alone.</summary>
    public bool IsOfMachine => IsAnonymous && !IsExplicit;

    public static AccessMode Of(IConfiguration configuration)
    {
        var ways = WaysIn(configuration);
        var hasTokens = ways.Contains(WaysToSignIn[1]);
        var (anonymous, isExplicit) = bool.TryParse(configuration["Access:Anonymous"], out var said) ? (said, true) : (ways.Count == 0, ways.Count > 0);
        return new(anonymous, isExplicit, hasTokens) { HasIssuer = hasTokens && configuration[Client] is { Length: > 0 } };
    }

    /// <returns>The settings that are there and let somebody sign in.</returns>
    public static IReadOnlyList<string> WaysIn(IConfiguration configuration) => [.. WaysToSignIn.Where(way => configuration[way] is { Length: > 0 })];
}
