using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Reporting;

/// <summary>Puts what the stages before said into one report.</summary>
internal sealed class ReportAction : IPluginAction
{
    public AgentAction Description { get; } = new("report", "Reports what the validation stages of the run found.", Schemas.Report);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) => Task.FromResult(Report(context));

    /// <summary>Not a stage's success or failure: what is measured stands in the metrics, and gates judge it.</summary>
    public static Dictionary<string, double> Metrics(RunReport report) => new(report.Metrics)
    {
        ["findings.errors"] = report.Findings(FindingLevel.Error),
        ["findings.warnings"] = report.Findings(FindingLevel.Warning),
        ["findings.notes"] = report.Findings(FindingLevel.Note),
        ["checks.failed"] = report.Sections.Count(section => section.Status == CheckStatus.Failed),
        ["checks.unknown"] = report.Sections.Count(section => section.Status == CheckStatus.Unknown),
    };

    public static JsonObject Outputs(RunReport report) => new()
    {
        ["status"] = report.Status.Text(),
        ["checks"] = new JsonObject(report.Sections.DistinctBy(section => $"{section.Stage}/{section.Check}")
            .Select(section => KeyValuePair.Create($"{section.Stage}/{section.Check}", (JsonNode?)section.Status.Text()))),
        ["recommendations"] = new JsonArray([.. Recommendations.Of(report).Take(20).Select(text => JsonValue.Create(text.Cut(500)))]),
    };

    private static AgentResult Report(IAgentContext context)
    {
        IReadOnlyList<Section> sections;
        try
        {
            sections = SectionFile.ReadAll(context);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            return Failed.Workspace($"What a stage left for the report cannot be read: {fault.Message} Run the validation stages again.");
        }

        if (sections.Count == 0)
        {
            return Failed.Workspace("There is nothing to report: no stage of the agent 'validation' has ended before this one.");
        }

        var report = RunReport.Of(context, sections);
        context.Log.Info($"The report says {report.Status.Text()}: {sections.Count} checks");
        return AgentResult.Success() with { Outputs = Outputs(report), Metrics = Metrics(report), Artifacts = ReportFiles.Write(context, report) };
    }
}
