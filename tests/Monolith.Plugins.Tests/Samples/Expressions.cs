using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Monolith.Plugins.Tests.Samples;

/// <summary>What samples use of a definition's expressions: <c>${{ stages.clone.outputs.path }}</c> and the like.</summary>
internal static partial class Expressions
{
    public static JsonNode? Resolve(JsonNode? node, JsonObject values) => node switch
    {
        JsonObject entries => new JsonObject(
            entries.Select(entry => KeyValuePair.Create(entry.Key, Resolve(entry.Value, values)))),
        JsonArray items => new JsonArray([.. items.Select(item => Resolve(item, values))]),
        JsonValue value when value.TryGetValue<string>(out var text) => Resolve(text, values),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Resolve(string text, JsonObject values)
    {
        var whole = Expression().Match(text);
        return whole.Success && whole.Length == text.Length
            ? Find(whole, values)
            : (JsonNode)Expression().Replace(text, match => Find(match, values)!.ToString());
    }

    private static JsonNode? Find(Match expression, JsonObject values)
    {
        JsonNode? found = values;
        foreach (var step in expression.Groups[1].Value.Split('.'))
        {
            found = found is JsonObject entries && entries.ContainsKey(step)
                ? entries[step]
                : throw new InvalidOperationException($"Nothing is known of {expression.Value}.");
        }

        return found?.DeepClone();
    }

    [GeneratedRegex(@"\$\{\{\s*([A-Za-z0-9_.-]+)\s*\}\}")]
    private static partial Regex Expression();
}
