using System.Text.Json;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Node;

/// <summary>The repository's <c>package.json</c>.</summary>
/// <param name="Uses">The packages that it names itself.</param>
internal sealed record PackageFile(IReadOnlyDictionary<string, string> Scripts, IReadOnlySet<string> Uses)
{
    public const string Name = "package.json";

    // What npm init writes in place of a test.
    private const string NoTest = "no test specified";

    private static readonly string[] Groups = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

    public bool HasDependencies => Uses.Count > 0;

    public string? TestScript => Scripts.GetValueOrDefault("test") is { } script && !script.Contains(NoTest, StringComparison.Ordinal) ? script : null;

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static PackageFile Read(string folder)
    {
        using var stream = ToolReport.Open(Path.Combine(folder, Name));
        using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var root = document.RootElement;
        return new PackageFile(
            root.Entries("scripts").Where(script => script.Value.ValueKind == JsonValueKind.String)
                .ToDictionary(script => script.Name, script => script.Value.GetString()!, StringComparer.Ordinal),
            Groups.SelectMany(group => root.Entries(group)).Select(package => package.Name).ToHashSet());
    }
}
