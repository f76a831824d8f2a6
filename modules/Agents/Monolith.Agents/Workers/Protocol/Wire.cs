using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Agents.Workers.Protocol;

/// <summary>The protocol's numbers and words, and how values are taken out of a message. See <c>protocol.md</c>.</summary>
internal static class Wire
{
    public const int Version = 1;

    /// <summary>Of an agent, in bytes.</summary>
    public const int LongestLine = 16 * 1024 * 1024;

    /// <summary>Of a host, whose answers hold what programs printed.</summary>
    public const int LongestHostLine = 64 * 1024 * 1024;

    /// <summary>How deep objects and arrays may lie in each other.</summary>
    public const int Deepest = 64;

    public static JsonDocumentOptions Reading { get; } = new() { MaxDepth = Deepest };

    public static string Text(JsonElement message, string name) => Find(message, name) is { ValueKind: JsonValueKind.String } text
        ? text.GetString()!
        : throw new WireException($"sent '{name}' as no text, or not at all");

    public static string? OptionalText(JsonElement message, string name) => Find(message, name) is null ? null : Text(message, name);

    public static long Number(JsonElement message, string name) => Find(message, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value)
        ? value
        : throw new WireException($"sent '{name}' as no whole number, or not at all");

    public static double? OptionalDouble(JsonElement message, string name) => Find(message, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        _ => throw new WireException($"sent '{name}' as no number"),
    };

    public static bool Flag(JsonElement message, string name, bool otherwise = false) => Find(message, name) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw new WireException($"sent '{name}' as neither true nor false"),
    };

    public static IEnumerable<JsonElement> Items(JsonElement message, string name) => Find(message, name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray(),
        _ => throw new WireException($"sent '{name}' as no array"),
    };

    public static string[] Texts(JsonElement message, string name) =>
        [.. Items(message, name).Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw new WireException($"sent '{name}' with something in it that is no text"))];

    /// <returns>Empty when it is not there.</returns>
    public static IEnumerable<JsonProperty> Members(JsonElement message, string name) => Find(message, name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Object } members => members.EnumerateObject(),
        _ => throw new WireException($"sent '{name}' as no object"),
    };

    public static Dictionary<string, string> Map(JsonElement message, string name) =>
        Members(message, name).ToDictionary(member => member.Name, member => member.Value.GetString() ?? "", StringComparer.Ordinal);

    public static JsonNode? Node(JsonElement message, string name) => Find(message, name) is { } found ? JsonNode.Parse(found.GetRawText()) : null;

    /// <returns>Null when it is not there, or null.</returns>
    public static JsonElement? Find(JsonElement message, string name) =>
        message.ValueKind != JsonValueKind.Object ? throw new WireException("sent something that is no object")
        : message.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found
        : null;
}
