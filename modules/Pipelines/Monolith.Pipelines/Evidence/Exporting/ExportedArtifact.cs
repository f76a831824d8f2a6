using System.Text.Json;
using Monolith.Pipelines.Evidence.Format;

namespace Monolith.Pipelines.Evidence.Exporting;

/// <summary>A kept file as an event names it.</summary>
internal sealed record ExportedArtifact(long Event, string Name, string Type, string Path, long Size, string Sha256)
{
    /// <summary>Artifacts stand in the events of stages, and in those of a fork that takes stages over.</summary>
    /// <param name="version">The event's version.</param>
    /// <param name="data">The event.</param>
    public static IEnumerable<ExportedArtifact> In(long version, JsonElement data)
    {
        IEnumerable<JsonElement> owners = data.TryGetProperty("stages", out var stages) && stages.ValueKind == JsonValueKind.Array
            ? stages.EnumerateArray().Where(stage => stage.ValueKind == JsonValueKind.Object).Prepend(data)
            : [data];
        return owners.SelectMany(KeptBy).Select(kept => Read(version, kept));
    }

    private static IEnumerable<JsonElement> KeptBy(JsonElement owner) =>
        owner.TryGetProperty("artifacts", out var kept) && kept.ValueKind == JsonValueKind.Array ? kept.EnumerateArray() : [];

    public static ExportedArtifact Read(long version, JsonElement kept) => new(
        version,
        kept.GetProperty("name").GetString()!,
        kept.GetProperty("type").GetString()!,
        kept.GetProperty("path").GetString()!,
        kept.GetProperty("size").GetInt64(),
        kept.GetProperty("sha256").GetString()!);

    /// <returns>One for each name: what was brought last counts.</returns>
    public static IEnumerable<ExportedArtifact> Newest(IEnumerable<ExportedArtifact> artifacts) =>
        artifacts.GroupBy(artifact => artifact.Name).Select(versions => versions.Last());

    public byte[] Line() => BundleWriter.Object(json =>
    {
        json.WriteString("line", EvidenceFormat.Artifact);
        json.WriteNumber("event", Event);
        json.WriteString("name", Name);
        json.WriteString("type", Type);
        json.WriteString("path", Path);
        json.WriteNumber("size", Size);
        json.WriteString("sha256", Sha256);
    });
}
