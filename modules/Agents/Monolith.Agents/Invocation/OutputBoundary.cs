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
                : Refuse($"The outputs are {text.Length / 1024} KiB as JSON; {LongestKiB} KiB is the most. Keep large data in a file of the workspace.");
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException or NotSupportedException)
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
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(Clean(member.Key, mask), Copy(member.Value, mask)))),
        JsonArray items => new JsonArray([.. items.Select(item => Copy(item, mask))]),
        _ when node.GetValueKind() == JsonValueKind.String => JsonValue.Create(Clean(node.GetValue<string>(), mask)),
        _ => Scalar(node, mask),
    };

    // A secret of digits may come as a number.
    private static JsonNode Scalar(JsonNode node, SecretMask mask)
    {
        var text = node.ToJsonString();
        var masked = mask.Apply(text);
        return masked == text ? node.DeepClone() : JsonValue.Create(masked);
    }

    private static string Clean(string text, SecretMask mask) => SafeText.Of(mask.Apply(text));

    private static Problem Refuse(string reason) => new(ErrorCodes.ContractValidationFailed, reason);
}
