using System.Text.Json;
using Monolith.Agents.Sdk;
using Monolith.Agents.Workers.Protocol;
using Monolith.Kernel;

namespace Monolith.Agents.Workers.Life;

/// <summary>The first message of a process.</summary>
/// <param name="Agents">What it serves; none when it does not.</param>
/// <param name="Problem">Why it does not serve.</param>
/// <param name="AnswersPings">Whether it answers pings, and so can be told from one that hangs.</param>
internal sealed record WorkerGreeting(IReadOnlyList<AgentDescriptor> Agents, Problem? Problem, bool AnswersPings)
{
    public static WorkerGreeting Ready(JsonElement message) => Wire.Number(message, "protocol") == Wire.Version
        ? new([.. Wire.Items(message, "agents").Select(DescriptorMessage.Read)], Problem: null, Wire.Flag(message, "pings"))
        : throw new WireException($"speaks version {Wire.Number(message, "protocol")} of the protocol; this host speaks {Wire.Version}");

    public static WorkerGreeting Refused(JsonElement message) => new(
        [],
        new Problem(Wire.OptionalText(message, "code") is ErrorCodes.UnsupportedVersion ? ErrorCodes.UnsupportedVersion : ErrorCodes.AgentInitFailed, Wire.Text(message, "reason")),
        AnswersPings: false);
}
