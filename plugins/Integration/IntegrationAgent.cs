using Monolith.Plugins.Integration.Dependencies;
using Monolith.Plugins.Integration.Merge;
using Monolith.Plugins.Integration.PullRequests;
using Monolith.Plugins.Integration.ResolveConflict;
using Monolith.Plugins.Integration.Testing;

namespace Monolith.Plugins.Integration;

/// <summary>Brings branches together: merges, conflicts, dependency updates, tests of what is merged, pull requests.</summary>
public sealed class IntegrationAgent : IAgent
{
    private readonly ActionTable actions = new(new MergeAction(), new ResolveAction(), new UpdateAction(), new IntegrationTestsAction(), new PullRequestAction());

    /// <inheritdoc/>
    public AgentDescriptor Descriptor => new(
        "integration", "1.0.0", "Merges branches, resolves conflicts, updates dependencies and handles pull requests.", actions.Descriptions)
    { Capabilities = new AgentCapabilities { Hosts = ["*"], ReadablePaths = ["~/.ssh"] } };

    /// <inheritdoc/>
    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        actions.ExecuteAsync(context, cancellationToken);
}
