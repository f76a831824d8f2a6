using System.Text.Json;

namespace Monolith.Pipelines.Expressions;

/// <summary>Where expressions stand.</summary>
internal static class ExpressionText
{
    public const string Open = "${{";

    public static bool HasExpression(string text) => text.Contains(Open, StringComparison.Ordinal);

    public static bool HasExpression(JsonElement value) => value.GetRawText() is var raw
        && (raw.Contains("{{", StringComparison.Ordinal) || raw.Contains("\\u", StringComparison.Ordinal))
        && Strings(value, "").Any(text => HasExpression(text.Text));

    /// <returns>Every text in the value and its path.</returns>
    public static IEnumerable<(string Path, string Text)> Strings(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.String => [(path, value.GetString()!)],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Strings(p.Value, $"{path}.{p.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Strings(item, $"{path}[{i}]")),
        _ => [],
    };

    /// <returns>The paths of all texts that hold an expression, and of everything they are inside of.</returns>
    public static IReadOnlySet<string> Places(JsonElement value, string path) =>
        Strings(value, path).Where(text => HasExpression(text.Text)).Select(text => text.Path).ToHashSet();
}
