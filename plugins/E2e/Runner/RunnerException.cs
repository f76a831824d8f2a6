namespace Monolith.Plugins.E2e.Runner;

/// <summary>Nothing can be run on this machine, or not with these settings.</summary>
internal sealed class RunnerException(string message) : Exception(message);
