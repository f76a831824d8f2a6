using System.Text.Json;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Workers.Protocol;

/// <summary>What a language model answered.</summary>
internal static class AnswerMessage
{
    public static void Write(Utf8JsonWriter json, ModelAnswer answer)
    {
        json.WriteStartObject("value");
        json.WriteString("text", answer.Text);
        if (answer.Json is { } value)
        {
            json.WritePropertyName("json");
            value.WriteTo(json);
        }

        ToolCallMessage.Write(json, answer.ToolCalls);
        json.WriteBoolean("truncated", answer.Truncated);
        json.WriteString("provider", answer.Provider);
        json.WriteString("model", answer.Model);
        json.WriteNumber("inputTokens", answer.InputTokens);
        json.WriteNumber("outputTokens", answer.OutputTokens);
        json.WriteNumber("cost", answer.Cost);
        json.WriteBoolean("recorded", answer.Recorded);
        json.WriteEndObject();
    }

    public static ModelAnswer Read(JsonElement value) => new(Wire.Text(value, "text"))
    {
        Json = value.TryGetProperty("json", out var json) ? json.Clone() : null,
        ToolCalls = ToolCallMessage.Read(value),
        Truncated = Wire.Flag(value, "truncated"),
        Provider = Wire.Text(value, "provider"),
        Model = Wire.Text(value, "model"),
        InputTokens = Wire.Number(value, "inputTokens"),
        OutputTokens = Wire.Number(value, "outputTokens"),
        Cost = Wire.Find(value, "cost")?.GetDecimal() ?? 0,
        Recorded = Wire.Flag(value, "recorded"),
    };
}
