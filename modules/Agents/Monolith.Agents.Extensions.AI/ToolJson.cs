using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Monolith.Agents.Extensions.AI;

/// <summary>Tool calls and results. Values stay JSON, so that no type of a plugin goes into a cache of .NET.</summary>
internal static class ToolJson
{
    public static FunctionCallContent Call(ModelToolCall call) => new(
        call.Id,
        call.Name,
        call.Arguments.ValueKind == JsonValueKind.Object ? call.Arguments.EnumerateObject().ToDictionary(part => part.Name, part => (object?)part.Value.Clone()) : null);

    public static ModelToolCall Call(FunctionCallContent call) => new(
        call.CallId,
        call.Name,
        JsonElement.Parse(new JsonObject((call.Arguments ?? new Dictionary<string, object?>()).Select(part => KeyValuePair.Create(part.Key, Node(part.Value)))).ToJsonString()));

    public static string Text(FunctionResultContent result) =>
        result.Exception is { } fault ? $"Error: {fault.Message}"
        : result.Result is string text ? text
        : result.Result is JsonElement { ValueKind: JsonValueKind.String } element ? element.GetString()!
        : Node(result.Result)?.ToJsonString() ?? "";

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        JsonElement element => JsonNode.Parse(element.GetRawText()),
        string text => JsonValue.Create(text),
        // What a tool returned without a JSON type of its own; the caches of this are those of Microsoft.Extensions.AI.
        _ => JsonSerializer.SerializeToNode(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType())),
    };
}
