using System.Text.Json;
using Monolith.Plugins.Validation.Auditing;

namespace Monolith.Plugins.Validation.DotNet.Auditing;

/// <summary>What <c>dotnet list package --vulnerable --format json</c> prints.</summary>
internal sealed record AuditReport(
    IReadOnlyList<Advisory> Advisories, IReadOnlyList<string> Sources, IReadOnlyList<string> Problems)
{
    /// <summary>Null where the output holds no report.</summary>
    public static AuditReport? Parse(string output)
    {
        var start = output.IndexOf('{');
        if (start < 0)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(output[start..]);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static AuditReport Read(JsonElement root) => new(
        [.. Found(root).Distinct()],
        root.Texts("sources"),
        [.. root.Elements("problems").Where(problem => problem.Text("level") == "error")
            .Select(problem => problem.Text("text") ?? "?")]);

    // A package of several projects or frameworks is one package.
    private static IEnumerable<Advisory> Found(JsonElement root) =>
        from project in root.Elements("projects")
        from framework in project.Elements("frameworks")
        from package in framework.Elements("topLevelPackages").Concat(framework.Elements("transitivePackages"))
        from vulnerability in package.Elements("vulnerabilities")
        select new Advisory(
            package.Text("id") ?? "?",
            package.Text("resolvedVersion") ?? "?",
            vulnerability.Text("severity")?.ToLowerInvariant() ?? "unknown",
            vulnerability.Text("advisoryurl") ?? "");
}
