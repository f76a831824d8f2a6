using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Monolith.Access.Audit;

/// <summary>The newest line, signed: with it the end of the chain cannot be cut off unseen.</summary>
/// <param name="Number">Of the newest line.</param>
/// <param name="Hash">Of the newest line.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo, base64.</param>
/// <param name="Signature">ECDSA over P-256 with SHA-256, in DER, base64.</param>
internal sealed record AuditHead(long Number, string Hash, string PublicKey, string Signature)
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    public static byte[] Signed(long number, string hash) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"monolith-audit {number} {hash}"));

    public string Line() => JsonSerializer.Serialize(new { head = this }, Names);

    /// <returns>Null when the line is no head.</returns>
    public static AuditHead? Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.TryGetProperty("head", out var head) ? head.Deserialize<AuditHead>(Names) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="given">The key it must be signed with; null for the one it names itself.</param>
    public bool IsSigned(ECDsa? given)
    {
        try
        {
            using var own = ECDsa.Create();
            own.ImportSubjectPublicKeyInfo(Convert.FromBase64String(PublicKey), out _);
            return (given ?? own).VerifyData(Signed(Number, Hash), Convert.FromBase64String(Signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception malformed) when (malformed is FormatException or CryptographicException or ArgumentNullException)
        {
            return false;
        }
    }
}
