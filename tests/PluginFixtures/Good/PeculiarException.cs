namespace Monolith.PluginFixtures.Good;

/// <summary>An exception class that no other assembly knows.</summary>
public sealed class PeculiarException() : Exception("Something peculiar happened.");
