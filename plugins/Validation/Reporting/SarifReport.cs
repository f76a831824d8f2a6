using System.Text.Json.Nodes;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Reporting;

/// <summary>The findings as SARIF 2.1.0, a run for each check; a check that is unknown is an invocation that did not succeed.</summary>
internal static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public static void Write(RunReport report, string path) => JsonRunReport.WriteTo(path, new JsonObject
    {
        ["$schema"] = Schema,
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray([.. report.Sections.Select(Run)]),
    });

    private static JsonNode Run(Section section)
    {
        var rules = section.Findings.Select(finding => finding.Rule).Distinct().ToList();
        return new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = $"validation {section.Kind} {section.Check}",
                    ["rules"] = new JsonArray([.. rules.Select(rule => Rule(rule, section))]),
                },
            },
            ["automationDetails"] = new JsonObject { ["id"] = $"{section.Stage}/{section.Kind}/{section.Check}" },
            ["invocations"] = new JsonArray(Invocation(section)),
            ["results"] = new JsonArray([.. section.Findings.Select(finding => Result(finding, rules.IndexOf(finding.Rule)))]),
            ["columnKind"] = "utf16CodeUnits",
        };
    }

    private static JsonObject Rule(string rule, Section section)
    {
        var entry = new JsonObject { ["id"] = rule };
        if (section.Findings.FirstOrDefault(finding => finding.Rule == rule && Uri.IsWellFormedUriString(finding.Url, UriKind.Absolute)) is { } known)
        {
            entry["helpUri"] = known.Url;
        }

        return entry;
    }

    private static JsonObject Invocation(Section section)
    {
        var invocation = new JsonObject
        {
            ["executionSuccessful"] = section.Status != CheckStatus.Unknown,
            ["endTimeUtc"] = section.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture),
        };
        if (section.Message is { } message)
        {
            invocation["toolExecutionNotifications"] = new JsonArray(new JsonObject { ["level"] = "error", ["message"] = Text(message) });
        }

        return invocation;
    }

    private static JsonObject Result(Finding finding, int rule)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Rule,
            ["ruleIndex"] = rule,
            ["level"] = finding.Level.Text(),
            ["message"] = Text(finding.Advice is { } advice ? $"{finding.Message}\n{advice}" : finding.Message),
        };
        if (finding.File is { } file)
        {
            result["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = Place(file, finding.Line) });
        }

        return result;
    }

    private static JsonObject Place(string file, int? line)
    {
        var place = new JsonObject
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = string.Join('/', file.Split('/').Select(Uri.EscapeDataString)) },
        };
        if (line is > 0)
        {
            place["region"] = new JsonObject { ["startLine"] = line };
        }

        return place;
    }

    private static JsonObject Text(string text) => new() { ["text"] = text };
}
