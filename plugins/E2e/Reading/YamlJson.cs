using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Monolith.Plugins.E2e.Reading;

/// <summary>YAML as the JSON it stands for.</summary>
internal sealed class YamlJson
{
    private const int Deepest = 32;
    private const int MostNodes = 10_000;

    private int nodes;

    /// <summary>Leaves letters and quotes readable, so that placeholders and secrets are still found in it.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null when it is too deep or too large; aliases may make a small file endless.</returns>
    public static JsonNode? Of(YamlNode node)
    {
        var made = new YamlJson();
        var json = made.Node(node, depth: 0);
        return made.nodes > MostNodes ? null : json;
    }

    private JsonNode? Node(YamlNode node, int depth)
    {
        if (depth > Deepest)
            nodes = MostNodes;
        if (++nodes > MostNodes)
            return null;
        return node switch
        {
            YamlMappingNode map => new JsonObject(map.Children.Select(entry => KeyValuePair.Create(entry.Key.ToString(), Node(entry.Value, depth + 1)))),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(item => Node(item, depth + 1))]),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } => Plain(text),
            _ => JsonValue.Create(((YamlScalarNode)node).Value),
        };
    }

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "null" or "~" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
