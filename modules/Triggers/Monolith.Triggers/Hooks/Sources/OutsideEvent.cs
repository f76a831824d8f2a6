using System.Text.Json;
using System.Text.Json.Serialization;

namespace Monolith.Triggers.Hooks.Sources;

/// <summary>What happened, in the words of CloudEvents; what <c>event</c> is to a trigger's expressions.</summary>
/// <param name="Id">The sender's.</param>
/// <param name="Type">Such as <c>com.example.order.placed</c>.</param>
/// <param name="Source">Where; null for a message that is no CloudEvent.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Time">RFC 3339.</param>
/// <param name="Data">JSON, or text.</param>
internal sealed record OutsideEvent(string Id, string Type, string? Source, string? Subject, string? Time, JsonElement? Data);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutsideEvent))]
internal sealed partial class OutsideJson : JsonSerializerContext;
