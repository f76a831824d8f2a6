using System.Text.Json;
using Monolith.Plugins.Validation.Auditing;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Node.Auditing;

/// <summary>What the audits of npm, pnpm and yarn print as JSON.</summary>
internal static class NodeAuditReport
{
    /// <summary>Null where it holds no answer.</summary>
    public static IReadOnlyList<Advisory>? Parse(string output)
    {
        if (output.Contains("\"type\":\"auditSummary\"", StringComparison.Ordinal))
        {
            return [.. JsonReport.ParseStream(output).Where(line => line.Word("type") == "auditAdvisory")
                .Select(line => line.Member("data")?.Member("advisory")).OfType<JsonElement>().Select(OfAdvisory).Distinct()];
        }

        return JsonReport.Parse(output) switch
        {
            { } report when report.Member("vulnerabilities") is not null && report.Member("metadata") is not null => OfNpm(report),
            { } report when report.Member("advisories") is not null && report.Member("metadata") is not null =>
                [.. report.Entries("advisories").Select(entry => OfAdvisory(entry.Value)).Distinct()],
            _ => null,
        };
    }

    // npm lists every package on the way to a vulnerable one; the advisories stand at the vulnerable ones themselves.
    private static IReadOnlyList<Advisory> OfNpm(JsonElement report) =>
    [
        .. (from package in report.Entries("vulnerabilities")
            from advisory in package.Value.Items("via")
            where advisory.ValueKind == JsonValueKind.Object
            select new Advisory(
                advisory.Word("name") ?? package.Name, advisory.Word("range") ?? "?", Severity(advisory), advisory.Word("url") ?? "")
            {
                Id = advisory.Word("url")?.Split('/')[^1],
                MendedIn = package.Value.Member("fixAvailable")?.Word("version"),
            }).Distinct(),
    ];

    private static Advisory OfAdvisory(JsonElement advisory) => new(
        advisory.Word("module_name") ?? "?",
        advisory.Items("findings").Select(finding => finding.Word("version")).FirstOrDefault() ?? advisory.Word("vulnerable_versions") ?? "?",
        Severity(advisory),
        advisory.Word("url") ?? "")
    {
        Id = advisory.Word("github_advisory_id") ?? advisory.Word("url")?.Split('/')[^1],
        MendedIn = advisory.Word("patched_versions"),
    };

    private static string Severity(JsonElement advisory) => advisory.Word("severity") switch
    {
        "info" => "low",
        { } severity => severity,
        null => "unknown",
    };
}
