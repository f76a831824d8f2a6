using System.Text.Json.Nodes;
using Monolith.Cli.Running;
using Monolith.Client.Watching;

namespace Monolith.Cli.Runs;

/// <summary>NAME=VALUE words, as the API takes them.</summary>
internal static class Given
{
    /// <returns>Null when there is none.</returns>
    public static JsonObject? Values(string option, string[]? words)
    {
        if (words is not { Length: > 0 })
            return null;
        var values = new JsonObject();
        foreach (var word in words)
        {
            var (name, value) = NamedValue.Read(word) ?? throw new BadInputException($"{option}: '{word}' has no name and value. Type {option} name=value");
            if (!values.TryAdd(name, value))
                throw new BadInputException($"{option}: '{name}' is given twice. Give it once.");
        }

        return values;
    }

    public static IReadOnlyDictionary<string, string>? Texts(string option, string[]? words) =>
        Values(option, words)?.ToDictionary(value => value.Key, value => value.Value?.ToString() ?? "", StringComparer.Ordinal);
}
