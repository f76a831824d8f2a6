using System.Text.Json;

namespace Monolith.Pipelines.Runs.Events;

/// <summary>A signal came from outside. It stays given: a stage that comes to wait for it later goes on at once.</summary>
/// <param name="Signal">Its name.</param>
/// <param name="Payload">A JSON object that becomes the outputs of the stages that wait for it; null for none.</param>
/// <param name="At">When.</param>
internal sealed record RunSignalled(string Signal, JsonElement? Payload, DateTimeOffset At) : IRunEvent;
