namespace Monolith.Agents.Sdk;

/// <summary>A file or folder of the workspace to keep after the run.</summary>
/// <param name="Name">Unique in its run; letters, digits, dots, hyphens and underscores.</param>
/// <param name="Path">Relative to the workspace, which it cannot leave.</param>
/// <param name="Type"><c>file</c>, <c>directory</c> (kept as a zip), <c>report</c>, <c>image</c> or <c>bundle</c>.</param>
public sealed record AgentArtifact(string Name, string Path, string Type = "file");
