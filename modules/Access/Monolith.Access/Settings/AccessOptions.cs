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

    /// <summary>Origins, such as <c>https://pages.example.com</c>, whose pages may call the API by a key or token. None by default.</summary>
    public List<string> CorsOrigins { get; } = [];

    /// <summary>
    /// Addresses or networks (<c>10.0.0.0/24</c>) of proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed. None by
    /// default: then limits and logs know the proxy's address, and cookies behind a proxy that ends TLS are not <c>Secure</c>.
    /// </summary>
    public List<string> Proxies { get; } = [];
}
