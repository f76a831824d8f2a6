namespace Monolith.Plugins.Validation.Licenses;

/// <summary>A package that the repository depends on.</summary>
/// <param name="License">An SPDX expression, or what the package says instead; null where it says nothing that can be read.</param>
internal sealed record Dependency(string Name, string Version, string? License);
