using System.ComponentModel.DataAnnotations;

namespace Monolith.Access.Settings;

/// <summary>Section <c>Access:Oidc</c>: whose tokens are taken, and how their claims are read.</summary>
public sealed class OidcOptions
{
    /// <summary>The issuer, an HTTPS address below which lies <c>.well-known/openid-configuration</c>; plain HTTP on this machine only. None by default.</summary>
    public string? Authority { get; set; }

    /// <summary>For whom tokens must be made out: <c>aud</c>. Needed with <see cref="Authority"/>.</summary>
    public string? Audience { get; set; }

    /// <summary>As whom the issuer knows this host; with it people sign in there. Needs <see cref="Authority"/>. None by default.</summary>
    public string? ClientId { get; set; }

    /// <summary>What this host proves to the issuer that it is that client with; none for a public client.</summary>
    [DataType(DataType.Password)]
    public string? ClientSecret { get; set; }

    /// <summary>What people call the issuer, on the page where they sign in; its host name by default.</summary>
    [StringLength(64, MinimumLength = 1)]
    public string? DisplayName { get; set; }

    /// <summary>The claim that names the person, as runs and decisions name them.</summary>
    [StringLength(128, MinimumLength = 1)]
    public string NameClaim { get; set; } = "sub";

    /// <summary>The claim that holds roles or groups, one or a list.</summary>
    [StringLength(128, MinimumLength = 1)]
    public string RoleClaim { get; set; } = "roles";

    /// <summary>
    /// The claim that holds the names of projects, one or a list; <c>*</c> is all. A token without it is of no project. Not set: every token is of all.
    /// </summary>
    [StringLength(128, MinimumLength = 1)]
    public string? ProjectClaim { get; set; }

    /// <summary>Which value of <see cref="RoleClaim"/> is which role, such as <c>platform-team: operator</c>. Empty: the values are the roles themselves.</summary>
    public Dictionary<string, string> Roles { get; } = new(StringComparer.Ordinal);
}
