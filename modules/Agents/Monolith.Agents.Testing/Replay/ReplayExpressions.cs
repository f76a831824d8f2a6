using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Monolith.Agents.Testing;

/// <summary>Expressions that are one path. What a host's language has beyond that, an agent's test seldom needs; it is refused rather than guessed.</summary>
internal static partial class ReplayExpressions
{
    public static JsonNode Resolve(JsonNode value, JsonObject facts) => value switch
    {
        JsonObject parts => new JsonObject(parts.Select(part => KeyValuePair.Create(part.Key, part.Value is null ? null : (JsonNode?)Resolve(part.Value, facts)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Resolve(item, facts))]),
        JsonValue text when text.TryGetValue<string>(out var found) => Text(found, facts),
        _ => value.DeepClone(),
    };

    private static JsonNode Text(string text, JsonObject facts) =>
        Whole().Match(text) is { Success: true } whole
            ? Find(whole.Groups["path"].Value, facts).DeepClone()
            : JsonValue.Create(Part().Replace(text, part => part.Value.StartsWith("$$", StringComparison.Ordinal) ? part.Value[1..] : Find(part.Groups["path"].Value, facts).ToString()));

    private static JsonNode Find(string path, JsonObject facts)
    {
        if (!Path().IsMatch(path))
            throw new AgentAssertionException($"The kit resolves paths only, not '${{{{ {path} }}}}'. Give AgentTest.ReplayAsync the parameters.");
        var segments = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        JsonNode? at = facts;
        for (var i = 0; i < segments.Length && at is not null; i++)
        {
            // A metric's name holds dots itself.
            if (i == 3 && segments is ["stages", _, "metrics", ..])
                return at[string.Join('.', segments[i..])] ?? throw Missing(path);
            at = at is JsonArray list ? list.ElementAtOrDefault(int.Parse(segments[i], System.Globalization.CultureInfo.InvariantCulture)) : (at as JsonObject)?[segments[i]];
        }

        return at ?? throw Missing(path);
    }

    private static AgentAssertionException Missing(string path) => new($"The record has no value for '{path}'. Give AgentTest.ReplayAsync the parameters.");

    [GeneratedRegex(@"^\$\{\{\s*(?<path>.*?)\s*\}\}$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\$?\$\{\{\s*(?<path>.*?)\s*\}\}")]
    private static partial Regex Part();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+|\[[0-9]+\])*$")]
    private static partial Regex Path();
}
