using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation;

/// <summary>Builds, tests, audits, formats and publishes what a repository holds, with the repository's own tools.</summary>
public sealed class ValidationAgent : IAgent
{
    private readonly ActionTable actions = new(
        new ToolchainAction(
            "build", "Restores and builds.", Schemas.Build, (tools, job, stop) => tools.BuildAsync(job, stop)),
        new ToolchainAction(
            "test", "Runs the tests and measures coverage.", Schemas.Test, (tools, job, stop) => tools.TestAsync(job, stop)),
        new ToolchainAction(
            "audit", "Counts packages' known vulnerabilities.", Schemas.Audit, (tools, job, stop) => tools.AuditAsync(job, stop)),
        new ToolchainAction(
            "format", "Counts deviations from the style.", Schemas.Format, (tools, job, stop) => tools.FormatAsync(job, stop)),
        new ToolchainAction(
            "publish", "Makes the files to deploy.", Schemas.Publish, (tools, job, stop) => tools.PublishAsync(job, stop)));

    /// <inheritdoc/>
    public AgentDescriptor Descriptor => new(
        "validation", "1.0.0", "Builds, tests, audits, formats and publishes what a repository holds.", actions.Descriptions)
        { Capabilities = new AgentCapabilities { Hosts = ["*"] } };

    /// <inheritdoc/>
    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        actions.ExecuteAsync(context, cancellationToken);
}
