using System.Text.Json;

namespace Monolith.Pipelines.Runs.Commands;

/// <param name="Signal">Its name.</param>
/// <param name="Payload">A JSON object or null.</param>
/// <param name="HostId">The host that goes on with the run when no other has it.</param>
/// <param name="HostName">For people.</param>
/// <param name="At">When.</param>
internal sealed record SignalRun(string Signal, JsonElement? Payload, Guid HostId, string HostName, DateTimeOffset At) : IRunCommand;
