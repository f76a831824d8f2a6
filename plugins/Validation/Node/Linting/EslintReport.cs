using System.Text.Json;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Node.Linting;

/// <summary>What <c>eslint --format json</c> writes.</summary>
internal static class EslintReport
{
    private const int Error = 2;

    /// <exception cref="JsonException">It is cut off or no JSON.</exception>
    public static IReadOnlyList<Finding> Read(string path, string folder)
    {
        using var stream = ToolReport.Open(path);
        using var document = JsonDocument.Parse(stream);
        return
        [
            .. from file in document.RootElement.AsItems()
               from message in file.Items("messages")
               select new Finding(
                   message.Word("ruleId") ?? "syntax",
                   message.Count("severity") == Error ? FindingLevel.Error : FindingLevel.Warning,
                   message.Word("message") ?? "?")
               {
                   File = Path.GetRelativePath(folder, file.Word("filePath") ?? "?").Replace('\\', '/'),
                   Line = message.Count("line"),
                   Advice = message.Member("fix") is null ? null : "eslint --fix mends it.",
               },
        ];
    }
}
