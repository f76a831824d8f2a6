using Monolith.Plugins.Validation.Auditing;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Go.Auditing;

internal static class GoAudit
{
    public static async Task<CheckReport> RunAsync(ValidationJob job, CancellationToken cancellationToken)
    {
        var result = await ToolProgram.RunAsync(job, "govulncheck", ["-json", "./..."], cancellationToken, log: false);
        return result.ExitCode == 0
            ? AuditAnswer.Of(job, GovulncheckReport.Parse(result.StandardOutput))
            : GoFailure.Of("'govulncheck'", result);
    }
}
