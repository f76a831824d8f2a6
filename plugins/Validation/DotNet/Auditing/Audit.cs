using Monolith.Plugins.Validation.Auditing;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.DotNet.Auditing;

internal static class Audit
{
    public static async Task<CheckReport> RunAsync(ValidationJob job, CancellationToken cancellationToken)
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

        return await AdvisoryFeeds.CheckAsync(job.Context, report.Sources, cancellationToken) is { } unknown
            ? unknown
            : AuditAnswer.Of(job, report.Advisories);
    }

    private static AgentResult NoAnswer(ProgramResult result)
    {
        var problems = AuditReport.Parse(result.StandardOutput)?.Problems ?? [];
        var message = problems.Count > 0 ? string.Join('\n', problems.Take(3)).Cut(1_500) : result.LastLines();
        return FeedTrouble.IsIn(message)
            ? Failed.Network($"The package feed did not answer, so vulnerabilities are unknown: {message}")
            : Failed.Execution($"The audit gave no answer, so vulnerabilities are unknown: {message}");
    }
}
