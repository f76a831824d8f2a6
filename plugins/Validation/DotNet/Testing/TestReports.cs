using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.DotNet.Testing;

/// <summary>The files that a test run left, one of each kind a test project.</summary>
internal sealed record TestReports(IReadOnlyList<string> Results, IReadOnlyList<string> Coverage)
{
    /// <summary>Coverage lies in folders that are named by a GUID; the other copies belong to the test results.</summary>
    public static TestReports In(string folder) => new(
        [.. Directory.GetFiles(folder, "*.trx").Order(StringComparer.Ordinal)],
        [.. Directory.GetDirectories(folder).Where(name => Guid.TryParse(Path.GetFileName(name), out _))
            .SelectMany(name => Directory.GetFiles(name, "*.cobertura.xml")).Order(StringComparer.Ordinal)]);

    public IReadOnlyList<AgentArtifact> Artifacts(ValidationJob job) =>
    [
        .. Numbered(job, "coverage", ".cobertura.xml", Coverage),
        .. Numbered(job, "results", ".trx", Results),
    ];

    private static IEnumerable<AgentArtifact> Numbered(
        ValidationJob job, string kind, string extension, IReadOnlyList<string> files) =>
        files.Select((file, index) => new AgentArtifact(
            $"{job.StageName}-{kind}{(index == 0 ? "" : $"-{index + 1}")}{extension}",
            WorkspacePath.Relative(job.Context, file),
            "report"));
}
