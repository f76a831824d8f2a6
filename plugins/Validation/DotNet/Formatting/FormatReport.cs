using System.Text.Json;

namespace Monolith.Plugins.Validation.DotNet.Formatting;

/// <summary>A place where a file deviates from the style.</summary>
internal sealed record FormatViolation(string File, string Line, string Column, string Rule, string Text);

/// <summary>What <c>dotnet format --report</c> writes.</summary>
internal static class FormatReport
{
    /// <summary>Null where there is no report. A file of several projects or frameworks counts once.</summary>
    public static IReadOnlyList<FormatViolation>? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var report = JsonDocument.Parse(File.ReadAllBytes(path));
        return
        [
            .. (from document in report.RootElement.EnumerateArray()
                from change in document.Elements("FileChanges")
                select new FormatViolation(
                    document.Text("FilePath") ?? "?",
                    change.Text("LineNumber") ?? "?",
                    change.Text("CharNumber") ?? "?",
                    change.Text("DiagnosticId") ?? "?",
                    change.Text("FormatDescription") ?? "")).Distinct(),
        ];
    }
}
