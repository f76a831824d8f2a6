using System.Security.Cryptography;
using Monolith.Pipelines.Evidence.Exporting;
using Monolith.Pipelines.Evidence.Format;

namespace Monolith.Pipelines.Evidence.Verifying;

/// <summary>The last line: who signed, and whether what was signed is what is there.</summary>
internal static class SignatureCheck
{
    /// <param name="body">All lines before.</param>
    /// <param name="digest">SHA-256 of all their bytes, line feeds included.</param>
    /// <param name="envelope">Null when the last line is not, to the byte, as an envelope is written.</param>
    /// <param name="number">The last line's.</param>
    /// <param name="given">The key to hold it against; null for the bundle's own.</param>
    /// <returns>A sentence for each fault.</returns>
    public static IEnumerable<string> Faults(BundleBody body, string digest, DsseEnvelope? envelope, int number, ECDsa? given)
    {
        var line = BundleLine.Name(number, "signature");
        using var own = body.Header?.Key();
        if (envelope is null)
            return body.Faults.Append($"{line}: it is not, to the byte, as a signature is written, or the file was cut off before it.");
        if ((given ?? own) is not { } key)
            return body.Faults.Concat(["line 1, header: it holds no public key that can be read.", $"{line}: it cannot be checked without the key of line 1."]);
        if (DsseEnvelope.KeyIdOf(key) is var id && id != envelope.KeyId)
        {
            return given is null
                ? body.Faults.Concat([$"line 1, header: its public key is {id}, the signature names {envelope.KeyId}.", $"{line}: it names the key {envelope.KeyId}, line 1 holds {id}."])
                : body.Faults.Append($"{line}: it was made with the key {envelope.KeyId}; the given one is {id}.");
        }

        if (!Fits(envelope, key))
            return body.Faults.Append($"{line}: it does not fit the statement, so nothing of what that says can be believed.");
        if (SignedStatement.Read(envelope.Payload) is not { } statement)
            return body.Faults.Append($"{line}: it signs something else than the statement of a bundle.");

        // What the signature says of a line counts more than what the line says of itself, and names the same lines.
        var changed = LineComparison.Faults(body.Lines, statement.Lines).ToList();
        return changed.Count > 0 ? changed : body.Faults.Concat(Contradictions(body, digest, statement).Select(fault => $"{line}: {fault}"));
    }

    private static bool Fits(DsseEnvelope envelope, ECDsa key)
    {
        try
        {
            return envelope.IsSignedBy(key);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Contradictions(BundleBody body, string digest, SignedStatement statement)
    {
        if (digest != statement.Digest)
            yield return $"the lines before it have the SHA-256 {digest}, it says {statement.Digest}.";
        if (statement.RunId != body.Header?.RunId)
            yield return $"it is about run {statement.RunId}, line 1 about run {body.Header?.RunId}.";
        if (!statement.Subjects.SequenceEqual(ProvenanceStatement.Subjects(body.Artifacts, body.LastHash)))
            yield return "its subjects are not the artifacts of the bundle.";
    }
}
