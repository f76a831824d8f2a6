using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Client.Watching;

/// <summary><c>name=value</c> on a command line.</summary>
internal static class NamedValue
{
    /// <returns>The value as JSON when it is JSON, and as text otherwise; null when there is no name or no value.</returns>
    public static (string Name, JsonNode? Value)? Read(string word) =>
        word.Split('=', 2) is [{ Length: > 0 } name, var value] ? (name, ValueOf(value)) : null;

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
