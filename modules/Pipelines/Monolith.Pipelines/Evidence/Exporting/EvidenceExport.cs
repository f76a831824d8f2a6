using System.Security.Cryptography;
using System.Text.Json;
using Monolith.Access.Contracts.Audit;
using Monolith.Pipelines.Evidence.Format;
using Monolith.Pipelines.Evidence.Signing;

namespace Monolith.Pipelines.Evidence.Exporting;

/// <summary>Writes a bundle. It is signed at the end, so one that was cut off is none.</summary>
internal sealed class EvidenceExport(EvidenceSource source, SigningKeys keys, TimeProvider time)
{
    public static string HostVersion { get; } = typeof(EvidenceExport).Assembly.GetName().Version?.ToString(3) ?? "";

    public async Task WriteAsync(EvidenceSubject subject, Stream to, CancellationToken cancellationToken)
    {
        using var key = await keys.OpenAsync(cancellationToken);
        using var writer = new BundleWriter(to);
        await writer.WriteAsync(Header(subject, key), cancellationToken);
        await writer.WriteAsync(Definition(subject), cancellationToken);

        var artifacts = new List<ExportedArtifact>();
        var policies = new List<string>();
        DateTimeOffset? started = null;
        DateTimeOffset? finished = null;
        var previous = subject.DefinitionHash;
        await foreach (var (version, type, data) in source.EventsAsync(subject, cancellationToken))
        {
            using var document = JsonDocument.Parse(data);
            var at = document.RootElement.GetProperty("at");
            await writer.WriteAsync(Event(version, type, at, data, ref previous), cancellationToken);
            artifacts.AddRange(ExportedArtifact.In(version, document.RootElement));
            if (NamedPolicy.In(document.RootElement) is { } policy && !policies.Contains(policy))
                policies.Add(policy);
            started ??= type == "run_claimed" ? at.GetDateTimeOffset() : null;
            finished = at.GetDateTimeOffset();
        }

        foreach (var artifact in artifacts)
            await writer.WriteAsync(artifact.Line(), cancellationToken);
        foreach (var policy in policies)
        {
            if (await source.PolicyAsync(policy, cancellationToken) is { } text)
                await writer.WriteAsync(NamedPolicy.Line(policy, text), cancellationToken);
        }

        var statement = ProvenanceStatement.Of(
            subject, new ExportedParts(artifacts, policies), writer, new RunTimes(started, subject.IsComplete ? finished : null), previous, DsseEnvelope.KeyIdOf(key));
        await writer.WriteAsync(DsseEnvelope.Sign(statement, key).Line(), cancellationToken);
    }

    private byte[] Header(EvidenceSubject subject, ECDsa key) => BundleWriter.Object(json =>
    {
        json.WriteString("line", EvidenceFormat.Header);
        json.WriteString("format", EvidenceFormat.Name);
        json.WriteNumber("formatVersion", EvidenceFormat.Version);
        json.WriteString("runId", subject.RunId);
        json.WriteString("pipeline", subject.Created.GetProperty("pipeline").GetString());
        json.WriteString("definitionSha256", subject.DefinitionHash);
        json.WriteNumber("events", subject.Version);
        json.WriteBoolean("complete", subject.IsComplete);
        json.WriteString("exportedAt", time.GetUtcNow());
        json.WriteString("hostVersion", HostVersion);
        json.WriteBase64String("publicKey", key.ExportSubjectPublicKeyInfo());
    });

    private static byte[] Definition(EvidenceSubject subject) => BundleWriter.Object(json =>
    {
        json.WriteString("line", EvidenceFormat.Definition);
        json.WriteString("sha256", subject.DefinitionHash);
        json.WritePropertyName("definition");
        json.WriteRawValue(subject.Definition, skipInputValidation: true);
    });

    private static byte[] Event(long version, string type, JsonElement at, string data, ref string previous)
    {
        var before = previous;
        var line = BundleWriter.Object(json =>
        {
            json.WriteString("line", EvidenceFormat.Event);
            json.WriteNumber("version", version);
            json.WriteString("type", type);
            json.WritePropertyName("at");
            at.WriteTo(json);
            json.WritePropertyName("data");
            json.WriteRawValue(data, skipInputValidation: true);
            json.WriteString("previous", before);
        });
        return HashedLine.Close(line.AsSpan(0, line.Length - 1), out previous);
    }
}
