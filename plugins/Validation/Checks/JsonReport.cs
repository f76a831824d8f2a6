using System.Text.Json;

namespace Monolith.Plugins.Validation.Checks;

/// <summary>Reads tools' JSON, which may be of any shape: what is not there or not of the kind is null or empty.</summary>
internal static class JsonReport
{
    extension(JsonElement element)
    {
        public JsonElement? Member(string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

        public string? Word(string name) => element.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

        public int? Count(string name) =>
            element.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

        public IEnumerable<JsonElement> Items(string name) => element.Member(name)?.AsItems() ?? [];

        public IEnumerable<JsonElement> AsItems() =>
            element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

        public IEnumerable<JsonProperty> Entries(string name) =>
            element.Member(name) is { ValueKind: JsonValueKind.Object } entries ? entries.EnumerateObject() : [];
    }

    /// <summary>Of a program's output, which may begin with lines of other programs. Null where it holds no JSON.</summary>
    public static JsonElement? Parse(string output, char opening = '{')
    {
        var start = output.StartsWith(opening) ? 0 : output.IndexOf("\n" + opening, StringComparison.Ordinal) + 1;
        if (start == 0 && !output.StartsWith(opening))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(output.AsMemory(start));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Values one after the other, with or without line breaks, as Go's tools print them.</summary>
    /// <exception cref="JsonException">The output is cut off or no JSON.</exception>
    public static IReadOnlyList<JsonElement> ParseStream(string output)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(output);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowMultipleValues = true });
        var values = new List<JsonElement>();
        while (reader.Read())
        {
            using var document = JsonDocument.ParseValue(ref reader);
            values.Add(document.RootElement.Clone());
        }

        return values;
    }
}
