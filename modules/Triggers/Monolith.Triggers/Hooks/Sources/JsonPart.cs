using System.Text.Json;

namespace Monolith.Triggers.Hooks.Sources;

/// <summary>Parts of a payload that may be there.</summary>
internal static class JsonPart
{
    /// <returns>Undefined when there is none.</returns>
    public static JsonElement Part(this JsonElement payload, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (payload.ValueKind != JsonValueKind.Object || !payload.TryGetProperty(name, out payload))
                return default;
        }

        return payload;
    }

    /// <returns>Null for what is no text, or empty.</returns>
    /// <exception cref="InvalidOperationException">It holds half of a character.</exception>
    public static string? Text(this JsonElement payload, params ReadOnlySpan<string> path) =>
        payload.Part(path) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value ? value : null;

    public static long? Number(this JsonElement payload, params ReadOnlySpan<string> path) =>
        payload.Part(path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    public static bool IsTrue(this JsonElement payload, params ReadOnlySpan<string> path) => payload.Part(path).ValueKind == JsonValueKind.True;
}
