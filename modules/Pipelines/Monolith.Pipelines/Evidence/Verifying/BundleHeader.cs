using System.Security.Cryptography;
using System.Text.Json;
using Monolith.Pipelines.Evidence.Format;

namespace Monolith.Pipelines.Evidence.Verifying;

/// <summary>What the first line says.</summary>
internal sealed record BundleHeader(
    Guid RunId, string Pipeline, string DefinitionSha256, long Events, bool IsComplete, DateTimeOffset ExportedAt, string HostVersion, byte[] PublicKey)
{
    public string KeyId => Sha256.Of(PublicKey);

    /// <returns>Null when it is no header of a bundle.</returns>
    public static BundleHeader? Read(JsonElement line) =>
        line.GetProperty("line").GetString() == EvidenceFormat.Header && line.GetProperty("format").GetString() == EvidenceFormat.Name
            ? new BundleHeader(
                line.GetProperty("runId").GetGuid(),
                line.GetProperty("pipeline").GetString() ?? "",
                line.GetProperty("definitionSha256").GetString() ?? "",
                line.GetProperty("events").GetInt64(),
                line.GetProperty("complete").GetBoolean(),
                line.GetProperty("exportedAt").GetDateTimeOffset(),
                line.GetProperty("hostVersion").GetString() ?? "",
                line.GetProperty("publicKey").GetBytesFromBase64())
            : null;

    /// <returns>Null when the bytes are no key.</returns>
    public ECDsa? Key()
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(PublicKey, out _);
            return key;
        }
        // One changed byte may name a curve that is not there.
        catch (Exception fault) when (fault is CryptographicException or NotSupportedException)
        {
            key.Dispose();
            return null;
        }
    }
}
