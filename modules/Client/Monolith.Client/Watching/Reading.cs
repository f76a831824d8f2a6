using System.Text.Json;

namespace Monolith.Client.Watching;

/// <summary>What is read of the API's shapes to be told.</summary>
internal static class Reading
{
    /// <returns>A text of the event's data; empty when it has none of that name.</returns>
    public static string Text(this RunEvent change, string name) => change.Data?[name]?.ToString() ?? "";

    /// <summary>The name that the API has for a value.</summary>
    public static string Name<T>(this T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
