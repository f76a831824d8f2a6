namespace Monolith.Pipelines.Runs.Events;

/// <summary>A kept file.</summary>
/// <param name="Name">Unique in its run.</param>
/// <param name="Type">file, directory, report, image or bundle.</param>
/// <param name="Path">Where it lay in the workspace.</param>
/// <param name="Size">Bytes, of what is kept.</param>
/// <param name="Sha256">Lower-case hex, of what is kept; its name in the artifact store.</param>
internal sealed record StoredArtifact(string Name, string Type, string Path, long Size, string Sha256);
