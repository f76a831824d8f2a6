using System.Text.Json.Nodes;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Auditing;

/// <summary>What an audit found. Having some is no failure: how many are too many, a gate says.</summary>
internal static class AuditAnswer
{
    private const int MostListed = 50;

    private static readonly string[] Severities = ["critical", "high", "moderate", "low"];

    public static CheckReport Of(ValidationJob job, IReadOnlyList<Advisory> advisories)
    {
        foreach (var advisory in advisories)
        {
            job.Context.Log.Warn($"{advisory.Severity}: {advisory.Package} {advisory.Version} {advisory.Url}");
        }

        job.Context.Log.Info($"{advisories.Count} known vulnerabilities");
        return new CheckReport(AgentResult.Success() with
        {
            Outputs = new JsonObject { ["vulnerabilities"] = new JsonArray([.. advisories.Take(MostListed).Select(Output)]) },
            Metrics = Metrics(advisories),
        })
        { Findings = [.. advisories.Take(CheckReport.MostFindings).Select(Finding)] };
    }

    // A tool that does not say how severe they are has not said that none is critical.
    private static Dictionary<string, double> Metrics(IReadOnlyList<Advisory> advisories)
    {
        var metrics = new Dictionary<string, double> { ["vulnerabilities"] = advisories.Count };
        if (advisories.All(advisory => Severities.Contains(advisory.Severity)))
        {
            foreach (var severity in Severities)
            {
                metrics[$"{severity}_vulns"] = advisories.Count(advisory => advisory.Severity == severity);
            }
        }

        return metrics;
    }

    private static Finding Finding(Advisory advisory) => new(
        advisory.Id ?? "vulnerability",
        advisory.Severity is "low" or "moderate" ? FindingLevel.Warning : FindingLevel.Error,
        $"{advisory.Package} {advisory.Version} has a known vulnerability, severity {advisory.Severity}.")
    {
        Url = advisory.Url.Length > 0 ? advisory.Url : null,
        Advice = advisory.MendedIn is { } version
            ? $"Update {advisory.Package} to {version}."
            : $"Update {advisory.Package} to a version without it, or replace it.",
    };

    private static JsonNode Output(Advisory advisory) => new JsonObject
    {
        ["package"] = advisory.Package,
        ["version"] = advisory.Version,
        ["severity"] = advisory.Severity,
        ["url"] = advisory.Url,
    };
}
