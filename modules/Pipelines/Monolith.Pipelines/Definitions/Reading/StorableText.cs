using System.Text.Json;
using Monolith.Kernel;

namespace Monolith.Pipelines.Definitions.Reading;

/// <summary>Finds text that no database and no program's command line takes: null characters, and halves of a character.</summary>
internal static class StorableText
{
    /// <param name="value">Any JSON.</param>
    /// <param name="path">Where it stands.</param>
    public static IEnumerable<Problem> Faults(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Faults(property, path)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Faults(item, $"{path}[{index}]")),
        JsonValueKind.String when !IsStorable(Read(value.GetString)) => [Wrong(path)],
        _ => [],
    };

    private static IEnumerable<Problem> Faults(JsonProperty property, string path) =>
        Read(() => property.Name) is { } name && IsStorable(name)
            ? Faults(property.Value, path.Length == 0 || path.EndsWith('.') ? path + name : $"{path}.{name}")
            : [Wrong(path)];

    private static bool IsStorable(string? text) => text?.Contains('\0', StringComparison.Ordinal) == false;

    private static string? Read(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            // So .NET says that an escape such as \ud800 stands alone.
            return null;
        }
    }

    private static Problem Wrong(string path) =>
        new(ErrorCodes.ValidationError, "The text holds a null character or half of a character (\\u0000, or a lone \\ud800 to \\udfff). Leave it out.", path.TrimEnd('.'));
}
