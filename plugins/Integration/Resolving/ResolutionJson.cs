using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Integration.Resolving;

/// <summary>Resolutions as JSON: <c>"ours"</c>, or <c>{ "text": "..." }</c> from people; objects in files of the agent's own.</summary>
internal static class ResolutionJson
{
    public static JsonObject Write(Resolution resolution) => new()
    {
        ["how"] = resolution.How,
        ["text"] = resolution.Text,
        ["confidence"] = resolution.Confidence,
        ["reason"] = resolution.Reason,
        ["by"] = resolution.By,
    };

    public static Resolution Read(JsonNode kept) => new((string)kept["how"]!, (string?)kept["text"])
    {
        Confidence = (int)kept["confidence"]!,
        Reason = (string?)kept["reason"],
        By = (string)kept["by"]!,
    };

    /// <returns>Null when it is neither a way nor a text.</returns>
    public static Resolution? FromPerson(JsonElement told) => told.ValueKind switch
    {
        JsonValueKind.String when told.GetString() is Resolution.Ours or Resolution.Theirs or Resolution.Base or Resolution.Both =>
            new Resolution(told.GetString()!) { By = "person" },
        JsonValueKind.Object when told.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String =>
            new Resolution(Resolution.OwnText, text.GetString()) { By = "person" },
        _ => null,
    };
}
