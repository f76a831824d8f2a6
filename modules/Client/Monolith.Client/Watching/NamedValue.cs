using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Client.Watching;

/// <summary><c>name=value</c> on a command line.</summary>
internal static class NamedValue
{
    /// <returns>The value as JSON when it is JSON, and as text otherwise; null when there is no name or no value.</returns>
    public static (string Name, JsonNode? Value)? Read(string word) => Split(word) is var (name, text) ? (name, ValueOf(text)) : null;

    /// <returns>The value as text; null when there is no name or no value.</returns>
    public static (string Name, string Text)? Split(string word) => word.Split('=', 2) is [{ Length: > 0 } name, var text] ? (name, text) : null;

    private static JsonNode? ValueOf(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
