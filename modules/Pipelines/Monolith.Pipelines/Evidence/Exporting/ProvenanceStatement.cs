using System.Text.Json;
using Monolith.Pipelines.Evidence.Format;

namespace Monolith.Pipelines.Evidence.Exporting;

/// <summary>
/// What is signed: an in-toto statement (https://in-toto.io/Statement/v1) with SLSA provenance (https://slsa.dev/provenance/v1). Its byproduct
/// holds the digest of every line of the bundle.
/// </summary>
internal static class ProvenanceStatement
{
    private static readonly string[] External = ["pipeline", "pipelineVersion", "inputs", "labels", "trigger", "branch", "commitSha"];

    public static byte[] Of(
        EvidenceSubject subject, ExportedParts parts, BundleWriter bundle, RunTimes times, string lastHash, string keyId) => BundleWriter.Object(json =>
    {
        json.WriteString("_type", EvidenceFormat.StatementType);
        json.WriteStartArray("subject");
        foreach (var (name, sha256) in Subjects(parts.Artifacts, lastHash))
            Resource(json, name, sha256);
        json.WriteEndArray();
        json.WriteString("predicateType", EvidenceFormat.PredicateType);
        json.WriteStartObject("predicate");
        Build(json, subject, parts.Policies);
        Details(json, subject, bundle, times, keyId);
        json.WriteEndObject();
    });

    /// <summary>A statement needs a subject: of a run that kept nothing it is the run's history.</summary>
    public static IEnumerable<(string Name, string Sha256)> Subjects(IReadOnlyList<ExportedArtifact> artifacts, string lastHash) => artifacts.Count == 0
        ? [("events", lastHash)]
        : ExportedArtifact.Newest(artifacts).Select(artifact => (artifact.Name, artifact.Sha256));

    private static void Build(Utf8JsonWriter json, EvidenceSubject subject, IEnumerable<string> policies)
    {
        json.WriteStartObject("buildDefinition");
        json.WriteString("buildType", EvidenceFormat.BuildType);
        json.WriteStartObject("externalParameters");
        foreach (var name in External.Where(name => subject.Created.TryGetProperty(name, out _)))
        {
            json.WritePropertyName(name);
            subject.Created.GetProperty(name).WriteTo(json);
        }

        json.WriteEndObject();
        json.WriteStartArray("resolvedDependencies");
        Resource(json, "definition", subject.DefinitionHash);
        if (subject.Created.TryGetProperty("plugins", out var plugins))
        {
            foreach (var plugin in plugins.EnumerateObject())
                Resource(json, $"plugin:{plugin.Name}", plugin.Value.GetString()!);
        }

        foreach (var policy in policies)
            Resource(json, "policy", policy);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Details(Utf8JsonWriter json, EvidenceSubject subject, BundleWriter bundle, RunTimes times, string keyId)
    {
        json.WriteStartObject("runDetails");
        json.WriteStartObject("builder");
        json.WriteString("id", $"urn:monolith:installation:{keyId}");
        json.WriteStartObject("version");
        json.WriteString("monolith", EvidenceExport.HostVersion);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("metadata");
        json.WriteString("invocationId", subject.RunId);
        if (times.Started is { } started)
            json.WriteString("startedOn", started);
        if (times.Finished is { } finished)
            json.WriteString("finishedOn", finished);
        json.WriteEndObject();
        json.WriteStartArray("byproducts");
        Resource(json, EvidenceFormat.Byproduct, bundle.Digest(), bundle.Digests);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Resource(Utf8JsonWriter json, string name, string sha256, IReadOnlyList<string>? lines = null)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartObject("digest");
        json.WriteString("sha256", sha256);
        json.WriteEndObject();
        if (lines is not null)
        {
            json.WriteStartObject("annotations");
            json.WriteStartArray("lines");
            foreach (var line in lines)
                json.WriteStringValue(line);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}

/// <summary>What the events of a run name.</summary>
/// <param name="Artifacts">As often as they were brought.</param>
/// <param name="Policies">Each once, by its SHA-256.</param>
internal sealed record ExportedParts(IReadOnlyList<ExportedArtifact> Artifacts, IReadOnlyList<string> Policies);

/// <summary>When the run was first taken by a host, and when it ended; null for not yet.</summary>
internal sealed record RunTimes(DateTimeOffset? Started, DateTimeOffset? Finished);
