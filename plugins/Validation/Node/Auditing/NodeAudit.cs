using Monolith.Plugins.Validation.Auditing;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Node.Auditing;

internal static class NodeAudit
{
    public static async Task<CheckReport> RunAsync(NodeProject project, CancellationToken cancellationToken)
    {
        if (!project.Package.HasDependencies)
        {
            return AuditAnswer.Of(project.Job, []);
        }

        var result = await project.RunAsync(project.Manager.Audit, cancellationToken, log: false);
        return NodeAuditReport.Parse(result.StandardOutput) is { } advisories ? AuditAnswer.Of(project.Job, advisories) : NoAnswer(project, result);
    }

    // The exit code says whether there are vulnerabilities, and is the same when the registry did not answer.
    private static AgentResult NoAnswer(NodeProject project, ProgramResult result)
    {
        var report = JsonReport.Parse(result.StandardOutput);
        var message = report?.Member("error")?.Word("summary") is { Length: > 0 } summary ? summary
            : report?.Word("message") is { Length: > 0 } text ? text
            : result.LastLines();
        var said = $"'{project.Manager.Program} audit' gave no answer, so vulnerabilities are unknown: {message}";
        return RegistryTrouble.IsIn($"{result.StandardOutput}\n{result.StandardError}") ? Failed.Network(said) : Failed.Execution(said);
    }
}
