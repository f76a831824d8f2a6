using System.Text.Json;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Workers.Protocol;

/// <summary>The tools that a model asked for.</summary>
internal static class ToolCallMessage
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ModelToolCall> calls)
    {
        json.WriteStartArray("toolCalls");
        foreach (var call in calls)
        {
            json.WriteStartObject();
            json.WriteString("id", call.Id);
            json.WriteString("name", call.Name);
            json.WritePropertyName("arguments");
            call.Arguments.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static ModelToolCall[] Read(JsonElement message) =>
        [.. Wire.Items(message, "toolCalls").Select(call => new ModelToolCall(
            Wire.Text(call, "id"), Wire.Text(call, "name"), (Wire.Find(call, "arguments") ?? throw new WireException("sent no 'arguments'")).Clone()))];
}
