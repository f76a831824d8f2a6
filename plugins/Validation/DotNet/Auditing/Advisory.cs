namespace Monolith.Plugins.Validation.DotNet.Auditing;

/// <summary>A known vulnerability of a package that the repository uses.</summary>
internal sealed record Advisory(string Package, string Version, string Severity, string Url);
