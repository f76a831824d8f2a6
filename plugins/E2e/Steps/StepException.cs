namespace Monolith.Plugins.E2e.Steps;

/// <summary>A step did not find what it expects.</summary>
internal sealed class StepException(string message) : Exception(message);
