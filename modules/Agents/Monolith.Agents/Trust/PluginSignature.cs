using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Monolith.Agents.Trust;

/// <summary>By which a publisher vouches for all other files of a plugin's folder. It lies among them.</summary>
/// <param name="Publisher">Who signed, by the name under which hosts know the key.</param>
/// <param name="Algorithm"><see cref="EcdsaP256"/>.</param>
/// <param name="ContentHash">Of the other files, lower-case hex.</param>
/// <param name="Signature">Of all the above, DER.</param>
internal sealed record PluginSignature(string Publisher, string Algorithm, string ContentHash, byte[] Signature)
{
    public const string FileName = "monolith.signature.json";
    public const string EcdsaP256 = "ecdsa-p256-sha256";
    private const int LongestFile = 4096;

    private byte[] Signed => Encoding.UTF8.GetBytes($"monolith-plugin/1\n{Algorithm}\n{Publisher}\n{ContentHash}\n");

    public static PluginSignature Of(string contentHash, string publisher, ECDsa key)
    {
        var unsigned = new PluginSignature(publisher, EcdsaP256, contentHash, []);
        return unsigned with { Signature = key.SignData(unsigned.Signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) };
    }

    public static bool IsIn(string folder) => File.Exists(PathIn(folder));

    /// <returns>Null when the file is not, as a whole, a signature that this host can check.</returns>
    public static PluginSignature? ReadIn(string folder)
    {
        var file = new FileInfo(PathIn(folder));
        return file.Length > LongestFile ? null : Parse(File.ReadAllBytes(file.FullName));
    }

    public static PluginSignature? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var signature = JsonSerializer.Deserialize(json, SignatureJson.Default.PluginSignature);
            return signature?.Algorithm == EcdsaP256 ? signature : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>What is wrong with a signature as one of files with that hash, whoever made it; null when nothing is.</returns>
    public static string? FaultOf(PluginSignature? signature, string contentHash) =>
        signature is null ? $"Its '{FileName}' is damaged."
        : signature.ContentHash != contentHash ? "Its files are not those that were signed: one was changed, added, renamed or taken away."
        : null;

    public bool IsBy(ECDsa key)
    {
        try
        {
            return key.VerifyData(Signed, Signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public void WriteIn(string folder) =>
        File.WriteAllText(PathIn(folder), JsonSerializer.Serialize(this, SignatureJson.Default.PluginSignature) + "\n");

    private static string PathIn(string folder) => Path.Combine(folder, FileName);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PluginSignature))]
internal sealed partial class SignatureJson : JsonSerializerContext;
