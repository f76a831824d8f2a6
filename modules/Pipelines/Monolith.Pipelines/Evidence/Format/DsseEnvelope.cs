using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Monolith.Pipelines.Evidence.Format;

/// <summary>A signed statement in a Dead Simple Signing Envelope (https://github.com/secure-systems-lab/dsse), in the one way it is written here.</summary>
/// <param name="Payload">The statement.</param>
/// <param name="KeyId">SHA-256 of the public key, see <see cref="KeyIdOf"/>.</param>
/// <param name="Signature">ECDSA over P-256 with SHA-256, in DER.</param>
internal sealed record DsseEnvelope(byte[] Payload, string KeyId, byte[] Signature)
{
    public const string PayloadType = "application/vnd.in-toto+json";

    private const DSASignatureFormat Der = DSASignatureFormat.Rfc3279DerSequence;

    public static DsseEnvelope Sign(byte[] payload, ECDsa key) =>
        new(payload, KeyIdOf(key), key.SignData(Signed(payload), HashAlgorithmName.SHA256, Der));

    /// <returns>SHA-256 of the key as SubjectPublicKeyInfo.</returns>
    public static string KeyIdOf(ECDsa key) => Sha256.Of(key.ExportSubjectPublicKeyInfo());

    public bool IsSignedBy(ECDsa key) => key.VerifyData(Signed(Payload), Signature, HashAlgorithmName.SHA256, Der);

    public byte[] Line() => Encoding.ASCII.GetBytes(
        $$"""{"payload":"{{Convert.ToBase64String(Payload)}}","payloadType":"{{PayloadType}}","signatures":[{"keyid":"{{KeyId}}","sig":"{{Convert.ToBase64String(Signature)}}"}]}""");

    /// <returns>Whether it was written as an envelope is, whatever was done to it since.</returns>
    public static bool IsLike(ReadOnlySpan<byte> line) => line.StartsWith("{\"payload\":\""u8);

    /// <returns>Null when the line is not, to the byte, as <see cref="Line"/> writes it.</returns>
    public static DsseEnvelope? Read(byte[] line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var signature = document.RootElement.GetProperty("signatures")[0];
            var read = new DsseEnvelope(
                document.RootElement.GetProperty("payload").GetBytesFromBase64(),
                signature.GetProperty("keyid").GetString() ?? "",
                signature.GetProperty("sig").GetBytesFromBase64());
            return read.Line().AsSpan().SequenceEqual(line) ? read : null;
        }
        catch (Exception fault) when (Malformed.Is(fault))
        {
            return null;
        }
    }

    /// <summary>What is signed, as the specification encodes it: the type counts too.</summary>
    private static byte[] Signed(byte[] payload) =>
        [.. Encoding.UTF8.GetBytes($"DSSEv1 {PayloadType.Length} {PayloadType} {payload.Length} "), .. payload];
}
