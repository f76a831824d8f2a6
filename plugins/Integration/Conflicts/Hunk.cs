namespace Monolith.Plugins.Integration.Conflicts;

/// <summary>A stretch of a file of which the two sides made different things; whole lines, bytes as they are.</summary>
/// <param name="Base">What both sides began with; null when git does not say.</param>
internal sealed record Hunk(ReadOnlyMemory<byte> Ours, ReadOnlyMemory<byte>? Base, ReadOnlyMemory<byte> Theirs);
