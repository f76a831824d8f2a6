namespace Monolith.Plugins.Validation.Coverage;

internal readonly record struct LineKey(string File, int Number);
