using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Kernel;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Monolith.Pipelines.Definitions.Reading;

/// <summary>
/// YAML to JSON, event by event. Anchors, aliases, merge keys and tags are refused: a definition needs none of them, and an
/// alias can make a page of text into gigabytes.
/// </summary>
internal sealed class YamlReader
{
    private readonly IParser parser;
    private int nodes;

    private YamlReader(IParser parser) => this.parser = parser;

    public static Result<JsonElement> Read(byte[] body)
    {
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(body);
            var node = new YamlReader(new Parser(new StringReader(text.TrimStart('\uFEFF')))).Document();
            using var document = JsonDocument.Parse(node?.ToJsonString() ?? "null");
            return document.RootElement.Clone();
        }
        catch (DecoderFallbackException)
        {
            return DefinitionReader.Wrong("The definition is not UTF-8 text.");
        }
        catch (RefusedException refused)
        {
            return DefinitionReader.Wrong($"{refused.Message} (line {refused.Line}, column {refused.Column})");
        }
        catch (YamlException wrong)
        {
            return DefinitionReader.Wrong($"This is not valid YAML (line {wrong.Start.Line}, column {wrong.Start.Column}): {wrong.Message}");
        }
        catch (InvalidOperationException)
        {
            // The parser's own answer to some ways in which brackets do not close.
            return DefinitionReader.Wrong("This is not valid YAML: brackets or quotes do not close.");
        }
    }

    private JsonNode? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            return null;
        parser.Consume<DocumentStart>();
        var node = Node(depth: 0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
            throw new RefusedException("Only one document is taken; this is the start of another.", second);
        return node;
    }

    private JsonNode? Node(int depth)
    {
        var next = parser.Current!;
        if (++nodes > DefinitionReader.MaxNodes)
            throw new RefusedException($"The definition has more than {DefinitionReader.MaxNodes} values.", next);
        if (depth > DefinitionReader.MaxDepth)
            throw new RefusedException($"The definition is nested deeper than {DefinitionReader.MaxDepth}.", next);
        if (parser.Accept<AnchorAlias>(out _))
            throw new RefusedException("Aliases (*name) are not taken; write the value out.", next);
        if (next is NodeEvent { Anchor.IsEmpty: false })
            throw new RefusedException("Anchors (&name) are not taken; write the value out.", next);
        if (next is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
            throw new RefusedException("Tags (!name) are not taken.", next);

        if (parser.TryConsume<Scalar>(out var scalar))
            return YamlScalar.ToJson(scalar);
        return parser.TryConsume<SequenceStart>(out _) ? Sequence(depth) : Mapping(depth);
    }

    private JsonArray Sequence(int depth)
    {
        var items = new JsonArray();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(depth + 1));
        return items;
    }

    private JsonObject Mapping(int depth)
    {
        parser.Consume<MappingStart>();
        var properties = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var at = parser.Current!;
            if (!parser.TryConsume<Scalar>(out var key))
                throw new RefusedException("A key must be plain text.", at);
            if (key.Value == "<<")
                throw new RefusedException("Merge keys (<<) are not taken; write the values out.", at);
            if (!properties.TryAdd(key.Value, Node(depth + 1)))
                throw new RefusedException($"The key '{key.Value}' stands twice in the same place.", at);
        }

        return properties;
    }

    private sealed class RefusedException(string message, ParsingEvent at) : Exception(message)
    {
        public long Line { get; } = at.Start.Line;

        public long Column { get; } = at.Start.Column;
    }
}
