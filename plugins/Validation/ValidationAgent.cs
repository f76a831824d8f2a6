using Monolith.Plugins.Validation.Reporting;
using Monolith.Plugins.Validation.Toolchains;
using Monolith.Plugins.Validation.Whole;

namespace Monolith.Plugins.Validation;

/// <summary>Builds, tests, audits, formats and publishes what a repository holds, with the repository's own tools, and reports it.</summary>
public sealed class ValidationAgent : IAgent
{
    private readonly ActionTable actions = new(
        new ToolchainAction("Restores and builds.", Schemas.Build, Check.Build),
        new ToolchainAction("Runs the tests and measures coverage.", Schemas.Test, Check.Test),
        new ToolchainAction("Counts packages' known vulnerabilities.", Schemas.Audit, Check.Audit),
        new ToolchainAction("Counts deviations from the style.", Schemas.Format, Check.Format),
        new ToolchainAction("Lists licences, and counts those that are not permitted.", Schemas.Licenses, Check.Licenses),
        new ToolchainAction("Counts what breaks the public API between two refs.", Schemas.Api, Check.Api),
        new ToolchainAction("Makes the files to deploy.", Schemas.Publish, Check.Publish),
        new ValidateAction(),
        new ReportAction());

    /// <inheritdoc/>
    public AgentDescriptor Descriptor => new(
        "validation", "1.1.0", "Builds, tests, audits, formats and publishes what a repository holds, and reports it.", actions.Descriptions)
    { Capabilities = new AgentCapabilities { Hosts = ["*"] } };

    /// <inheritdoc/>
    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        actions.ExecuteAsync(context, cancellationToken);
}
