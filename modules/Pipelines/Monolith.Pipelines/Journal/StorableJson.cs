using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Monolith.Pipelines.Journal;

/// <summary>JSON that PostgreSQL's jsonb takes: it refuses the character U+0000 and halves of surrogate pairs.</summary>
internal static partial class StorableJson
{
    private const string Replacement = "\\ufffd";

    public static string Serialize(object value, JsonTypeInfo type) => Clean(JsonSerializer.Serialize(value, type));

    public static string Clean(string json) => json.Contains("\\u", StringComparison.Ordinal)
        ? Unstorable().Replace(json, match => match.Value.StartsWith("\\\\", StringComparison.Ordinal) || match.Length == 12
            ? match.Value
            : Replacement)
        : json;

    // An escaped backslash and a whole pair are matched so as to be stepped over.
    [GeneratedRegex(@"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u0000|\\u[dD][89a-fA-F][0-9a-fA-F]{2}")]
    private static partial Regex Unstorable();
}
