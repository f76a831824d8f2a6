using System.Text.Json.Nodes;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.DotNet.Auditing;

internal static class Audit
{
    private const int MostListed = 50;

    public static async Task<AgentResult> RunAsync(ValidationJob job, CancellationToken cancellationToken)
    {
        if (!DotNetTarget.Find(job).Try(out var target, out var failure))
        {
            return failure;
        }

        IReadOnlyList<string> source = job.Parameters.Text("source") is { } feed ? ["--source", feed] : [];
        var result = await DotNetProgram.RunAsync(
            job, ["list", target.Path, "package", "--vulnerable", "--include-transitive", "--format", "json", .. source],
            cancellationToken, log: false);
        if (AuditReport.Parse(result.StandardOutput) is not { Problems.Count: 0 } report || result.ExitCode != 0)
        {
            return NoAnswer(result);
        }

        return await AdvisoryFeeds.CheckAsync(report.Sources, cancellationToken) ?? Found(job, report.Advisories);
    }

    private static AgentResult NoAnswer(ProgramResult result)
    {
        var problems = AuditReport.Parse(result.StandardOutput)?.Problems ?? [];
        var message = problems.Count > 0 ? string.Join('\n', problems.Take(3)).Cut(1_500) : result.LastLines();
        return FeedTrouble.IsIn(message)
            ? Failed.Network($"The package feed did not answer, so vulnerabilities are unknown: {message}")
            : Failed.Execution($"The audit gave no answer, so vulnerabilities are unknown: {message}");
    }

    private static AgentResult Found(ValidationJob job, IReadOnlyList<Advisory> advisories)
    {
        foreach (var advisory in advisories)
        {
            job.Context.Log.Warn($"{advisory.Severity}: {advisory.Package} {advisory.Version} {advisory.Url}");
        }

        job.Context.Log.Info($"{advisories.Count} known vulnerabilities");
        return AgentResult.Success() with
        {
            Outputs = new JsonObject { ["vulnerabilities"] = new JsonArray([.. advisories.Take(MostListed).Select(Output)]) },
            Metrics = new Dictionary<string, double>
            {
                ["vulnerabilities"] = advisories.Count,
                ["critical_vulns"] = advisories.Count(advisory => advisory.Severity == "critical"),
                ["high_vulns"] = advisories.Count(advisory => advisory.Severity == "high"),
                ["moderate_vulns"] = advisories.Count(advisory => advisory.Severity == "moderate"),
                ["low_vulns"] = advisories.Count(advisory => advisory.Severity == "low"),
            },
        };
    }

    private static JsonNode Output(Advisory advisory) => new JsonObject
    {
        ["package"] = advisory.Package,
        ["version"] = advisory.Version,
        ["severity"] = advisory.Severity,
        ["url"] = advisory.Url,
    };
}
