using System.Text.Json;
using Monolith.Triggers.Hooks.Sources;

namespace Monolith.Triggers.Hooks.Repositories;

/// <summary>What a forge says is in a folder.</summary>
internal static class FolderListing
{
    private const string SymbolicLink = "120000";

    /// <returns>Names of the definitions, sorted; other things are left out.</returns>
    /// <exception cref="JsonException">It is no list.</exception>
    /// <exception cref="InvalidOperationException">A name holds half of a character.</exception>
    public static IReadOnlyList<string> Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            throw new JsonException("This is no list.");
        return [.. document.RootElement.EnumerateArray().Where(IsFile).Select(entry => entry.Text("name")).OfType<string>().Where(IsDefinition).Order(StringComparer.Ordinal)];
    }

    /// <summary>GitHub's <c>file</c>, GitLab's <c>blob</c>, which may be a symbolic link.</summary>
    private static bool IsFile(JsonElement entry) => entry.Text("type") is "file" or "blob" && entry.Text("mode") != SymbolicLink;

    private static bool IsDefinition(string name) => !name.Contains('/', StringComparison.Ordinal)
        && (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase));
}
