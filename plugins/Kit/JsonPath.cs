using System.Globalization;
using System.Text.Json;

namespace Monolith.Plugins.Kit;

/// <summary>Paths such as <c>items[0].price</c>; <c>$</c> is the whole, and may begin a path.</summary>
internal static class JsonPath
{
    public static JsonElement? Find(JsonElement root, string path)
    {
        JsonElement? current = root;
        foreach (var step in Steps(path))
        {
            current = current is { } element ? Step(element, step) : null;
        }

        return current;
    }

    private static string[] Steps(string path) => path
        .TrimStart('$')
        .Replace("[", ".", StringComparison.Ordinal)
        .Replace("]", "", StringComparison.Ordinal)
        .Split('.', StringSplitOptions.RemoveEmptyEntries);

    private static JsonElement? Step(JsonElement element, string step)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return element.TryGetProperty(step, out var value) ? value : null;
        }

        return element.ValueKind == JsonValueKind.Array
            && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < element.GetArrayLength()
            ? element[index]
            : null;
    }
}
