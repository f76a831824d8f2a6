using System.Security.Cryptography;
using Monolith.Pipelines.Evidence.Exporting;
using Monolith.Pipelines.Evidence.Format;

namespace Monolith.Pipelines.Evidence.Verifying;

/// <summary>Checks a bundle with nothing but the file, line after line; it replays nothing and asks nobody.</summary>
internal sealed class EvidenceVerifier : IDisposable
{
    private readonly BundleBody body = new();
    private readonly IncrementalHash all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private EvidenceVerifier()
    {
    }

    /// <param name="file">The bundle.</param>
    /// <param name="key">The key it must be signed with; null for the one it holds itself.</param>
    /// <param name="artifacts">Files to hold against it; null for none.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="InvalidDataException">It cannot be a bundle.</exception>
    public static async Task<EvidenceReport> VerifyAsync(
        Stream file, ECDsa? key = null, ArtifactFolder? artifacts = null, CancellationToken cancellationToken = default)
    {
        using var verifier = new EvidenceVerifier();
        var last = await verifier.ReadAsync(file, cancellationToken);
        return await verifier.ReportAsync(last, key, artifacts, cancellationToken);
    }

    public void Dispose() => all.Dispose();

    /// <returns>The last line, which all others have gone before; null for an empty file.</returns>
    private async Task<(byte[] Bytes, bool IsEnded)?> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        (byte[] Bytes, bool IsEnded)? last = null;
        await foreach (var line in BundleReader.LinesAsync(file, cancellationToken))
        {
            if (last is { } before)
                Add(before.Bytes);
            last = line;
        }

        return last;
    }

    private void Add(byte[] line)
    {
        body.Add(line);
        all.AppendData(line);
        all.AppendData("\n"u8);
    }

    private async Task<EvidenceReport> ReportAsync((byte[] Bytes, bool IsEnded)? last, ECDsa? key, ArtifactFolder? folder, CancellationToken cancellationToken)
    {
        var envelope = last is { IsEnded: true } ? DsseEnvelope.Read(last.Value.Bytes) : null;
        // Cut off before the signature: the last line is one of the others.
        if (last is { } line && envelope is null && !DsseEnvelope.IsLike(line.Bytes))
            Add(line.Bytes);
        var number = body.Lines.Count + 1;
        if (body.Header is null && envelope is null)
            return new EvidenceReport(IsBundle: false, Header: null, number, 0, null, []);

        List<string> faults = [.. SignatureCheck.Faults(body, Convert.ToHexStringLower(all.GetCurrentHash()), envelope, number, key)];
        var kept = folder is null ? null : ExportedArtifact.Newest(body.Artifacts).ToList();
        foreach (var artifact in kept ?? [])
        {
            if (await folder!.FaultAsync(artifact, cancellationToken) is { } fault)
                faults.Add($"{LineOf(artifact)}: {fault}.");
        }

        return new EvidenceReport(IsBundle: true, body.Header, number, body.Artifacts.Count, kept?.Count, faults) { IsKeyGiven = key is not null };
    }

    private string LineOf(ExportedArtifact artifact) =>
        body.Lines.LastOrDefault(line => line.Label == $"artifact {artifact.Name}")?.Named ?? $"artifact {artifact.Sha256}";
}
