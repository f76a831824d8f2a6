using System.Text.Json;
using Monolith.Kernel;

namespace Monolith.Pipelines.Definitions.Reading;

/// <summary>Text to a JSON document, within bounds that no honest definition meets.</summary>
internal static class DefinitionReader
{
    public const int MaxBytes = 1 << 20;
    public const int MaxDepth = 32;
    public const int MaxNodes = 50_000;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    public static Result<JsonElement> Read(byte[] body, DefinitionFormat format)
    {
        if (body.Length > MaxBytes)
            return Wrong($"The definition is larger than {MaxBytes / 1024} KiB.");
        return format == DefinitionFormat.Yaml ? YamlReader.Read(body) : ReadJson(body);
    }

    /// <summary>Bounds for a document that came inside another.</summary>
    public static Problem? CheckSize(JsonElement document)
    {
        var nodes = 0;
        return Fits(document, 0, ref nodes) ? null : Wrong($"The definition has more than {MaxNodes} values or is nested deeper than {MaxDepth}.");
    }

    public static Problem Wrong(string message) => new(ErrorCodes.ValidationError, message);

    private static Result<JsonElement> ReadJson(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException wrong)
        {
            return Wrong($"This is not valid JSON (line {wrong.LineNumber + 1}, column {wrong.BytePositionInLine + 1}): {Plain(wrong.Message)}");
        }
        catch (InvalidOperationException)
        {
            return HalfACharacter;
        }
    }

    /// <summary>So .NET says that the escape in a name, such as \ud800, is half of a character.</summary>
    public static Problem HalfACharacter { get; } = Wrong("A name holds half of a character (a lone \\ud800 to \\udfff). Leave it out.");

    private static string Plain(string message) => message.Split(" LineNumber:", 2)[0];

    private static bool Fits(JsonElement value, int depth, ref int nodes)
    {
        if (++nodes > MaxNodes || depth > MaxDepth)
            return false;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    if (!Fits(property.Value, depth + 1, ref nodes))
                        return false;
                }

                return true;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    if (!Fits(item, depth + 1, ref nodes))
                        return false;
                }

                return true;
            default:
                return true;
        }
    }
}
