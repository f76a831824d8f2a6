using System.Text.Json.Nodes;
using Monolith.Cli.Running;
using Monolith.Client.Watching;

namespace Monolith.Cli.Runs;

/// <summary>NAME=VALUE words, as the API takes them.</summary>
internal static class Given
{
    /// <returns>Each value as JSON when it is JSON, and as text otherwise; null when there is none.</returns>
    public static JsonObject? Values(string option, string[]? words) =>
        Read(option, words, NamedValue.Read) is { } values ? new JsonObject(values) : null;

    /// <returns>Null when there is none.</returns>
    public static IReadOnlyDictionary<string, string>? Texts(string option, string[]? words) => Read(option, words, NamedValue.Split);

    private static Dictionary<string, T>? Read<T>(string option, string[]? words, Func<string, (string Name, T Value)?> read)
    {
        if (words is not { Length: > 0 })
            return null;
        var values = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            var (name, value) = read(word) ?? throw new BadInputException($"{option}: '{word}' has no name and value. Type {option} name=value");
            if (!values.TryAdd(name, value))
                throw new BadInputException($"{option}: '{name}' is given twice. Give it once.");
        }

        return values;
    }
}
