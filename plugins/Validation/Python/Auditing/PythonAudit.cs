using Monolith.Plugins.Validation.Auditing;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Python.Auditing;

/// <summary>pip-audit, of what the files of requirements name, or of what is installed in the virtual environment.</summary>
internal static class PythonAudit
{
    public static async Task<CheckReport> RunAsync(PythonProject project, CancellationToken cancellationToken)
    {
        var modules = await InstalledModules.AmongAsync(project, cancellationToken, "pip_audit");
        IReadOnlyList<string> what = project.Environment is null ? [.. project.Requirements.SelectMany(file => new[] { "-r", file })] : [];
        string[] arguments = ["--format", "json", "--progress-spinner", "off", .. what];
        var result = modules.Contains("pip_audit")
            ? await project.RunAsync(["-m", "pip_audit", .. arguments], cancellationToken, log: false)
            : await project.RunAsync("pip-audit", arguments, cancellationToken, log: false);
        if (PipAuditReport.Parse(result.StandardOutput) is { } advisories)
        {
            return AuditAnswer.Of(project.Job, advisories);
        }

        var message = $"pip-audit gave no answer, so vulnerabilities are unknown: {result.LastLines()}";
        return IndexTrouble.IsIn(result.StandardError) ? Failed.Network(message) : Failed.Execution(message);
    }
}
