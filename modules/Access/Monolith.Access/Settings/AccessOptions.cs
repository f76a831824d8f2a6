using Monolith.Access.Limits;

namespace Monolith.Access.Settings;

/// <summary>Section <c>Access</c>: whether people and programs must say who they are, and how they may.</summary>
public sealed class AccessOptions
{
    internal const string Section = "Access";

    /// <summary>
    /// True: whoever reaches the host is its admin. False: nobody does anything without a key or a token. Unset: true as long as nothing else of
    /// this section is set, and then the host listens on loopback addresses only.
    /// </summary>
    public bool? Anonymous { get; set; }

    /// <summary>A first key.</summary>
    public BootstrapOptions Bootstrap { get; } = new();

    /// <summary>Tokens of an issuer.</summary>
    public OidcOptions Oidc { get; } = new();

    /// <summary>Requests of one caller.</summary>
    public RateLimitOptions RateLimits { get; } = new();
}
