namespace Monolith.Kernel;

/// <summary>
/// One section of the configuration. The host checks every registered section at start, each property by its type and
/// data annotations and each key against the property names, and reports all errors at once.
/// </summary>
/// <param name="Name">The section's name, such as <c>Storage</c>.</param>
/// <param name="Options">The options class it binds to.</param>
public sealed record SettingsSection(string Name, Type Options);
