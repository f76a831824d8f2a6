using System.Text.Json;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Python.Linting;

/// <summary>What <c>ruff check --output-format json</c> prints.</summary>
internal static class RuffReport
{
    /// <exception cref="FormatException">It is cut off or no JSON.</exception>
    public static IReadOnlyList<Finding> Parse(string output, string folder)
    {
        var report = JsonReport.Parse(output, '[') ?? throw new FormatException("ruff printed no report.");
        return [.. report.AsItems().Select(found => Finding(found, folder))];
    }

    private static Finding Finding(JsonElement found, string folder) =>
        new(found.Word("code") ?? "syntax", FindingLevel.Warning, found.Word("message") ?? "?")
        {
            File = Path.GetRelativePath(folder, found.Word("filename") ?? "?").Replace('\\', '/'),
            Line = found.Member("location")?.Count("row"),
            Url = found.Word("url"),
            Advice = found.Member("fix")?.Word("message"),
        };
}
