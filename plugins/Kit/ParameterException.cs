namespace Monolith.Plugins.Kit;

/// <summary>A parameter that the action's schema would have refused.</summary>
internal sealed class ParameterException(string name, string fault) : Exception($"Parameter '{name}' {fault}.");
