using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Monolith.Access.Tests.Tokens;

/// <summary>The issuer's authorization code flow: whoever comes is Ada, and a code is changed for a token once, by whoever asked for it (PKCE).</summary>
internal sealed class CodeFlow(Issuer issuer)
{
    public const string Client = "monolith-pages";

    private readonly ConcurrentDictionary<string, (string Challenge, string Nonce, string RedirectUri)> codes = new();

    /// <summary>Beside those that every token has, or in their place.</summary>
    public Dictionary<string, object> Claims { get; } = new() { ["email"] = "ada@example.org", ["groups"] = new[] { "builders" } };

    public void Map(WebApplication app)
    {
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", TokenAsync);
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != Client || query["response_type"] != "code" || query["code_challenge_method"] != "S256")
            return TypedResults.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (query["code_challenge"]!, query["nonce"]!, query["redirect_uri"]!);
        return TypedResults.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"]!)}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!codes.TryRemove(form["code"].ToString(), out var asked) || form["redirect_uri"] != asked.RedirectUri
            || Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))) != asked.Challenge)
            return TypedResults.BadRequest(new { error = "invalid_grant" });
        var usual = new Dictionary<string, object> { ["sub"] = "4711", ["aud"] = Client, ["nonce"] = asked.Nonce, ["iat"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() };
        var token = issuer.Token(new(Claims.Concat(usual).DistinctBy(claim => claim.Key)));
        return TypedResults.Ok(new { id_token = token, access_token = "opaque", token_type = "Bearer" });
    }
}
