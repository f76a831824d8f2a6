using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Monolith.Plugins.E2e.Write;

/// <summary>A model's answer as a file of scenarios that people read and change.</summary>
internal static class WrittenFile
{
    private const string Header = "# Written from requirements by the e2e agent. Take this line away to keep your changes: it is overwritten otherwise.";

    public static string Text(JsonElement answer)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(Node(answer))).Save(text, assignAnchors: false);
        var body = text.ToString().ReplaceLineEndings("\n");
        // A stream ends with a mark that a file of one document needs not.
        return $"{Header}\n{(body.EndsWith("...\n", StringComparison.Ordinal) ? body[..^4] : body)}";
    }

    public static bool IsWritten(string path) => File.Exists(path) && File.ReadLines(path).FirstOrDefault() == Header;

    private static YamlNode Node(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new YamlMappingNode(json.EnumerateObject().Select(
            entry => KeyValuePair.Create<YamlNode, YamlNode>(new YamlScalarNode(entry.Name), Node(entry.Value)))),
        JsonValueKind.Array => new YamlSequenceNode(json.EnumerateArray().Select(Node)),
        JsonValueKind.String => new YamlScalarNode(json.GetString()) { Style = ScalarStyle.DoubleQuoted },
        JsonValueKind.Null => new YamlScalarNode("null"),
        _ => new YamlScalarNode(json.GetRawText()),
    };
}
