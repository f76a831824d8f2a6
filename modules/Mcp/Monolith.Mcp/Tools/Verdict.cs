using System.Text.Json.Serialization;

namespace Monolith.Mcp.Tools;

/// <summary>What a person says to a decision.</summary>
[JsonConverter(typeof(LowerCase))]
internal enum Verdict
{
    Approve,
    Revise,
    Escalate,
    Abort,
}

internal sealed class LowerCase() : JsonStringEnumConverter<Verdict>(System.Text.Json.JsonNamingPolicy.CamelCase);
