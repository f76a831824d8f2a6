using Monolith.Plugins.E2e.Results;

namespace Monolith.Plugins.E2e.Reports;

/// <summary>Writes the reports and says which artifacts there are.</summary>
internal static class ReportFiles
{
    /// <summary>More pictures and traces than this are kept as one zip only.</summary>
    private const int MostSingly = 60;

    public static async Task<IReadOnlyList<AgentArtifact>> WriteAsync(
        IAgentContext context, SuiteResult suite, string folder, string? applicationLog, CancellationToken cancellationToken)
    {
        var stage = PrivateFolder.SafeName(context.StageId);
        var at = context.Time.GetUtcNow();
        var artifacts = new List<AgentArtifact>
        {
            new($"{stage}-e2e.html", Relative(await HtmlReport.WriteAsync(suite, $"End-to-end tests: {context.StageId}", at, folder, cancellationToken)), "report"),
            new($"{stage}-e2e.json", Relative(await JsonReport.WriteAsync(suite, at, folder, cancellationToken)), "report"),
            new($"{stage}-e2e.junit.xml", Relative(await JunitReport.WriteAsync(suite, folder, cancellationToken)), "report"),
        };
        if (applicationLog is not null)
            artifacts.Add(new AgentArtifact($"{stage}-e2e-application.log", Relative(applicationLog)));

        var files = suite.Scenarios.SelectMany(scenario => scenario.Attempts).SelectMany(attempt => attempt.Files).ToList();
        if (files.Count > MostSingly)
            artifacts.Add(new AgentArtifact($"{stage}-e2e-evidence", Relative(folder), "directory"));
        else
            artifacts.AddRange(files.Select(file => new AgentArtifact($"{stage}-{file}", Relative(Path.Combine(folder, file)), Path.GetExtension(file) == ".png" ? "image" : "file")));
        return artifacts;

        string Relative(string path) => WorkspacePath.Relative(context, path);
    }
}
