using System.Text.Json;

namespace Monolith.Plugins.Kit;

/// <summary>Reads a stage's parameters. The host has checked them against the action's schema before.</summary>
internal static class Parameters
{
    extension(JsonElement parameters)
    {
        public JsonElement? Value(string name) =>
            parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty(name, out var value)
                && value.ValueKind != JsonValueKind.Null
                ? value
                : null;

        public string? Text(string name) => parameters.Value(name) is { } value ? Scalar(name, value) : null;

        public string RequiredText(string name) =>
            parameters.Text(name) is { Length: > 0 } text ? text : throw new ParameterException(name, "is missing");

        public bool Flag(string name, bool otherwise = false) => parameters.Value(name)?.ValueKind switch
        {
            null => otherwise,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw new ParameterException(name, "must be true or false"),
        };

        public int? Integer(string name) => parameters.Value(name) is { } value
            ? value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
                ? number
                : throw new ParameterException(name, "must be a whole number")
            : null;

        public TimeSpan Duration(string name, TimeSpan otherwise) => parameters.Text(name) is { } text
            ? DurationText.Parse(text) ?? throw new ParameterException(name, "must be a duration such as 500ms, 30s or 5m, of at most 30 days")
            : otherwise;

        public IReadOnlyList<string> Texts(string name) =>
            [.. parameters.Elements(name).Select(item => Scalar(name, item))];

        public IReadOnlyList<JsonElement> Elements(string name) => parameters.Value(name) is { } value
            ? value.ValueKind == JsonValueKind.Array
                ? [.. value.EnumerateArray()]
                : throw new ParameterException(name, "must be a list")
            : [];

        public IReadOnlyDictionary<string, string> Map(string name) => parameters.Value(name) is { } value
            ? value.ValueKind == JsonValueKind.Object
                ? value.EnumerateObject().ToDictionary(entry => entry.Name, entry => Scalar($"{name}.{entry.Name}", entry.Value))
                : throw new ParameterException(name, "must be an object")
            : new Dictionary<string, string>();
    }

    private static string Scalar(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => throw new ParameterException(name, "must be text"),
    };
}
