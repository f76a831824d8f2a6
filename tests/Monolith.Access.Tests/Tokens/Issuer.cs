using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Monolith.Access.Tests.Tokens;

/// <summary>An OpenID Connect issuer on this machine: its discovery document, its keys, and the tokens it signs.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly WebApplication app;

    private Issuer(WebApplication app)
    {
        this.app = app;
        Flow = new CodeFlow(this);
    }

    public CodeFlow Flow { get; }

    public string Address => app.Urls.First();

    public static async Task<Issuer> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var issuer = new Issuer(builder.Build());
        issuer.app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, object> { ["issuer"] = issuer.Address, ["jwks_uri"] = $"{issuer.Address}/jwks", ["authorization_endpoint"] = $"{issuer.Address}/authorize", ["token_endpoint"] = $"{issuer.Address}/token" });
        issuer.Flow.Map(issuer.app);
        issuer.app.MapGet("/jwks", () => new Dictionary<string, object> { ["keys"] = new[] { issuer.PublicKey() } });
        await issuer.app.StartAsync();
        return issuer;
    }

    /// <param name="claims">Beside issuer, audience and expiry, or in their place.</param>
    /// <param name="algorithm">What the header says.</param>
    /// <param name="sign">Signs header and payload; the issuer's key when null.</param>
    public string Token(Dictionary<string, object> claims, string algorithm = "RS256", Func<byte[], byte[]>? sign = null)
    {
        var payload = new Dictionary<string, object> { ["iss"] = Address, ["aud"] = "monolith", ["exp"] = TimeProvider.System.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds() };
        foreach (var (name, value) in claims)
            payload[name] = value;
        var text = $"{Part(new { alg = algorithm, typ = "JWT", kid = "one" })}.{Part(payload)}";
        var bytes = System.Text.Encoding.ASCII.GetBytes(text);
        return $"{text}.{Base64Url.EncodeToString(sign is null ? Sign(key, bytes) : sign(bytes))}";
    }

    public static byte[] Sign(RSA with, byte[] bytes) => with.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private Dictionary<string, string> PublicKey()
    {
        var parts = key.ExportParameters(includePrivateParameters: false);
        return new() { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = "one", ["n"] = Base64Url.EncodeToString(parts.Modulus), ["e"] = Base64Url.EncodeToString(parts.Exponent) };
    }

    private static string Part(object json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
}
