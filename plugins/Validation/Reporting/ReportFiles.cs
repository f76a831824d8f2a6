namespace Monolith.Plugins.Validation.Reporting;

/// <summary>The report in its four forms, as artifacts of the stage.</summary>
internal static class ReportFiles
{
    private static readonly (string Name, Action<RunReport, string> Write)[] Forms =
    [
        ("report.md", MarkdownReport.Write),
        ("report.json", JsonRunReport.Write),
        ("report.sarif", SarifReport.Write),
        ("report.junit.xml", JunitRunReport.Write),
    ];

    public static IReadOnlyList<AgentArtifact> Write(IAgentContext context, RunReport report)
    {
        var folder = PrivateFolder.Renew(context, "validation-report");
        return [.. Forms.Select(form => Write(context, report, Path.Combine(folder, form.Name), form.Write))];
    }

    private static AgentArtifact Write(IAgentContext context, RunReport report, string path, Action<RunReport, string> write)
    {
        write(report, path);
        return new AgentArtifact($"{PrivateFolder.SafeName(context.StageId)}-{Path.GetFileName(path)}", WorkspacePath.Relative(context, path), "report");
    }
}
