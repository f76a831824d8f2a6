using Monolith.Plugins.Git.Clone;
using Monolith.Plugins.Git.Create;
using Monolith.Plugins.Git.Info;
using Monolith.Plugins.Git.Push;

namespace Monolith.Plugins.Git;

/// <summary>Makes, clones, reads and pushes git repositories.</summary>
public sealed class GitAgent : IAgent
{
    private readonly ActionTable actions = new(new CreateAction(), new CloneAction(), new InfoAction(), new PushAction());

    /// <inheritdoc/>
    public AgentDescriptor Descriptor =>
        new("git", "1.0.0", "Makes, clones, reads and pushes git repositories.", actions.Descriptions)
        { Capabilities = new AgentCapabilities { Hosts = ["*"], Tools = ["git"], ReadablePaths = ["~/.ssh"] } };

    /// <inheritdoc/>
    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        actions.ExecuteAsync(context, cancellationToken);
}
