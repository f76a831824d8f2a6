using System.Text.Json.Nodes;
using System.Xml.Linq;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Reporting;
using NJsonSchema;

namespace Monolith.Plugins.Tests.Validation.Reporting;

public sealed class RunReportTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly Section[] Sections =
    [
        new("unit", "dotnet", "test", CheckStatus.Failed, "1 of 2 tests failed:\n- A.B: \u0001bad", At,
            new Dictionary<string, double> { ["line_coverage"] = 71.25, ["tests.failed"] = 1 },
            [
                new Finding("test-failure", FindingLevel.Error, "A.B: \u0001bad <b> | *x* [link](http://evil)") { Advice = "Mend the code or the test." },
                new Finding("CS0168", FindingLevel.Warning, "unused") { File = "src/a b.cs", Line = 3, Url = "https://example.org/CS0168" },
                new Finding("note", FindingLevel.Note, "whole file") { File = "b.cs", Line = 0, Url = "no url" },
            ]),
        new("audit", "go", "audit", CheckStatus.Unknown, "program \"govulncheck\" was not found", At.AddMinutes(1), new Dictionary<string, double>(), []),
    ];

    private readonly TestWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Status_WorstOfChecksAndGates_Counts()
    {
        Assert.Equal(CheckStatus.Failed, Report(Sections).Status);
        Assert.Equal(CheckStatus.Unknown, Report([Sections[1]]).Status);
        Assert.Equal(CheckStatus.Unknown, Report([]).Status);
        Assert.Equal(CheckStatus.Passed, Report([Passed()], """{ "gates": [] }""").Status);
        // Without a figure for them, the standard gates are unknown.
        Assert.Equal(CheckStatus.Unknown, Report([Passed()]).Status);
    }

    [Fact]
    public void Gates_AsTheStageNamesThem_AreJudgedAndMissingIsUnknown()
    {
        var gates = Report(Sections, """{ "gates": ["line_coverage >= 71.25", "tests.failed == 0", "critical_vulns == 0"] }""").Gates;

        Assert.Equal([CheckStatus.Passed, CheckStatus.Failed, CheckStatus.Unknown], gates.Select(gate => gate.Status));
    }

    [Fact]
    public void Gates_SeveralOdd_AreNamedAtOnce()
    {
        var fault = Assert.ThrowsAny<Exception>(() => Report(Sections, """{ "gates": ["coverage", "a >= 1", "b => 2"] }"""));

        Assert.Contains("'gates'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'coverage', 'b => 2'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Metrics_SeveralMeasureTheSame_TheWorseCounts()
    {
        var one = Passed() with { Metrics = new Dictionary<string, double> { ["line_coverage"] = 90, ["critical_vulns"] = 0 } };
        var other = Passed() with { Metrics = new Dictionary<string, double> { ["line_coverage"] = 60, ["critical_vulns"] = 2 } };

        var metrics = Report([one, other]).Metrics;

        Assert.Equal((60, 2), (metrics["line_coverage"], metrics["critical_vulns"]));
    }

    [Fact]
    public async Task Sarif_Report_FitsItsSchema()
    {
        SarifReport.Write(Report(Sections), workspace.At("report.sarif"));

        var text = await File.ReadAllTextAsync(workspace.At("report.sarif"));
        var schema = await JsonSchema.FromFileAsync(Formats.RecordedFile.At("sarif-2.1.0.schema.json"));
        Assert.Empty(schema.Validate(text));
        var runs = JsonNode.Parse(text)!["runs"]!;
        Assert.Equal("src/a%20b.cs", (string?)runs[0]!["results"]![1]!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]);
        Assert.Equal(3, (int?)runs[0]!["results"]![1]!["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]);
        Assert.True((bool)runs[0]!["invocations"]![0]!["executionSuccessful"]!);
        Assert.False((bool)runs[1]!["invocations"]![0]!["executionSuccessful"]!);
    }

    [Fact]
    public async Task SarifSchema_OddLevel_IsNoticed()
    {
        SarifReport.Write(Report(Sections), workspace.At("report.sarif"));
        var text = await File.ReadAllTextAsync(workspace.At("report.sarif"));
        var schema = await JsonSchema.FromFileAsync(Formats.RecordedFile.At("sarif-2.1.0.schema.json"));

        Assert.NotEmpty(schema.Validate(text.Replace("\"warning\"", "\"grave\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Junit_Report_CountsFailuresAndErrors()
    {
        JunitRunReport.Write(Report(Sections), workspace.At("report.xml"));

        var root = XDocument.Load(workspace.At("report.xml")).Root!;
        // The failed tests and the finding, the gate of coverage; the audit and two gates that nobody measured.
        Assert.Equal(("3", "3"), ((string?)root.Attribute("failures"), (string?)root.Attribute("errors")));
        Assert.Contains(root.Descendants("error"), error => (string?)error.Attribute("message") == "unknown: program \"govulncheck\" was not found");
    }

    [Fact]
    public void Markdown_WhatToolsSaid_IsTextAlone()
    {
        var text = MarkdownReport.Text(Report(Sections));

        Assert.StartsWith("# Validation: failed\n", text, StringComparison.Ordinal);
        Assert.Contains("- audit (go): unknown: program \"govulncheck\" was not found", text, StringComparison.Ordinal);
        Assert.Contains("| line\\_coverage \\>= 80 | 71.25 | failed |", text, StringComparison.Ordinal);
        Assert.Contains("\\<b\\> \\| \\*x\\* \\[link\\](http://evil)", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0001', text);
    }

    [Fact]
    public void Json_Report_HoldsStatusGatesAndRecommendations()
    {
        JsonRunReport.Write(Report(Sections), workspace.At("report.json"));

        var report = JsonNode.Parse(File.ReadAllText(workspace.At("report.json")))!;
        Assert.Equal(("failed", 1), ((string?)report["status"], (int)report["version"]!));
        Assert.Equal(["failed", "unknown", "unknown"], report["gates"]!.AsArray().Select(gate => (string?)gate!["status"]));
        Assert.Equal(
            [
                "audit (go) is unknown, so its gates fail: program \"govulncheck\" was not found",
                "critical_vulns was not measured: let a stage measure it, or leave the gate out.",
                "api_breaking_changes was not measured: let a stage measure it, or leave the gate out.",
                "The gate line_coverage >= 80 does not hold: line_coverage is 71.25.",
                "test-failure, once: Mend the code or the test.",
            ],
            report["recommendations"]!.AsArray().Select(text => (string)text!));
    }

    private static Section Passed() => Sections[1] with { Status = CheckStatus.Passed, Message = null };

    private RunReport Report(IReadOnlyList<Section> sections, string parameters = "{}") => RunReport.Of(
        new TestContext { Action = "report", Workspace = workspace.Folder, Parameters = Stage.Json(parameters) }, sections);
}
