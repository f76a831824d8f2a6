using System.Text.Json;
using Monolith.Pipelines.Evidence.Format;

namespace Monolith.Pipelines.Evidence.Verifying;

/// <summary>What a verified signature vouches for.</summary>
/// <param name="Lines">The digest of each line before it.</param>
/// <param name="Digest">Of all their bytes.</param>
/// <param name="RunId">The run.</param>
/// <param name="Subjects">Names and digests.</param>
internal sealed record SignedStatement(IReadOnlyList<string> Lines, string Digest, Guid RunId, IReadOnlyList<(string Name, string Sha256)> Subjects)
{
    /// <returns>Null when it is no statement of a bundle.</returns>
    public static SignedStatement? Read(byte[] payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload, EvidenceFormat.Deep);
            var root = document.RootElement;
            if (root.GetProperty("_type").GetString() != EvidenceFormat.StatementType || root.GetProperty("predicateType").GetString() != EvidenceFormat.PredicateType)
                return null;
            var details = root.GetProperty("predicate").GetProperty("runDetails");
            var evidence = details.GetProperty("byproducts").EnumerateArray().Single(product => product.GetProperty("name").GetString() == EvidenceFormat.Byproduct);
            return new SignedStatement(
                [.. evidence.GetProperty("annotations").GetProperty("lines").EnumerateArray().Select(line => line.GetString() ?? "")],
                DigestOf(evidence),
                details.GetProperty("metadata").GetProperty("invocationId").GetGuid(),
                [.. root.GetProperty("subject").EnumerateArray().Select(subject => (subject.GetProperty("name").GetString() ?? "", DigestOf(subject)))]);
        }
        catch (Exception fault) when (Malformed.Is(fault))
        {
            return null;
        }
    }

    private static string DigestOf(JsonElement resource) => resource.GetProperty("digest").GetProperty("sha256").GetString() ?? "";
}
