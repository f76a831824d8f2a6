using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Agents.Masking;
using Monolith.Kernel;

namespace Monolith.Agents.Invocation;

/// <summary>Takes outputs across the plugin boundary as text, since a node may wrap an object of the plugin.</summary>
internal static class OutputBoundary
{
    private const int LongestKiB = 256;

    private static readonly JsonWriterOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Result<JsonObject> Accept(JsonObject? outputs, SecretMask mask)
    {
        if (outputs is null or { Count: 0 })
            return new JsonObject();
        try
        {
            var text = Write(outputs);
            return text.Length <= LongestKiB * 1024
                ? (JsonObject)Copy(JsonNode.Parse(text), mask)!
                : Refuse($"The outputs are {text.Length} bytes as JSON; {LongestKiB} KiB is the most. Use files.");
        }
        catch (Exception fault) when (IsBadJson(fault))
        {
            return Refuse($"The outputs cannot be written as JSON: {ResultBoundary.Message(fault.Message, mask)}");
        }
    }

    private static ReadOnlySpan<byte> Write(JsonObject outputs)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text, AsWritten))
            outputs.WriteTo(writer);
        return text.WrittenSpan;
    }

    private static JsonNode? Copy(JsonNode? node, SecretMask mask) => node switch
    {
        null => null,
        JsonObject members => CopyMembers(members, mask),
        JsonArray items => new JsonArray([.. items.Select(item => Copy(item, mask))]),
        _ when node.GetValueKind() == JsonValueKind.String => JsonValue.Create(Clean(node.GetValue<string>(), mask)),
        _ => Scalar(node, mask),
    };

    private static JsonObject CopyMembers(JsonObject members, SecretMask mask)
    {
        var copy = new JsonObject();
        foreach (var (name, value) in members)
            copy[Clean(name, mask)] = Copy(value, mask);
        return copy;
    }

    // A secret of digits may come as a number.
    private static JsonNode Scalar(JsonNode node, SecretMask mask)
    {
        var text = node.ToJsonString();
        var masked = mask.Apply(text);
        return masked == text ? node.DeepClone() : JsonValue.Create(masked);
    }

    private static string Clean(string text, SecretMask mask) => SafeText.Of(mask.Apply(text));

    private static bool IsBadJson(Exception fault) =>
        fault is JsonException or ArgumentException or InvalidOperationException or NotSupportedException;

    private static Problem Refuse(string reason) => new(ErrorCodes.ContractValidationFailed, reason);
}
