namespace Monolith.Pipelines.Engine.Stages;

/// <summary>The run is pinned to a version of a plugin that other hosts have and this one has not: the run is theirs.</summary>
internal sealed class VersionElsewhereException : Exception;
