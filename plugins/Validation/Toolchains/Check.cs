using System.Text.Json;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Licenses;

namespace Monolith.Plugins.Validation.Toolchains;

/// <summary>One of the things that is done with a repository. What tools leave behind that cannot be read becomes an answer here.</summary>
internal sealed record Check(string Name, Func<IToolchain, ValidationJob, CancellationToken, Task<CheckReport>> Act)
{
    public static Check Build { get; } = new("build", (tools, job, stop) => tools.BuildAsync(job, stop));

    public static Check Test { get; } = new("test", (tools, job, stop) => tools.TestAsync(job, stop));

    public static Check Format { get; } = new("format", (tools, job, stop) => tools.FormatAsync(job, stop));

    public static Check Audit { get; } = new("audit", (tools, job, stop) => tools.AuditAsync(job, stop));

    public static Check Licenses { get; } = new("licenses", LicenseCheck.RunAsync);

    public static Check Api { get; } = new("api", (tools, job, stop) => tools.ApiAsync(job, stop));

    public static Check Publish { get; } = new("publish", (tools, job, stop) => tools.PublishAsync(job, stop));

    public async Task<CheckReport> RunAsync(IToolchain tools, ValidationJob job, CancellationToken cancellationToken)
    {
        try
        {
            return await Act(tools, job, cancellationToken);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or OverflowException)
        {
            return AgentResult.Failure(
                AgentErrorCodes.WorkspaceError, $"A report of the tools cannot be read, so nothing is known: {fault.Message}");
        }
        catch (ProgramStartException fault)
        {
            return Failed.Resources(fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Failed.Workspace(fault.Message);
        }
    }
}
