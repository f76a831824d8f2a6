namespace Monolith.Plugins.Drill;

/// <summary>The work of the drill: stages that take a moment and leave a witness outside the database.</summary>
public sealed class DrillAgent : IAgent
{
    private readonly ActionTable actions = new(new WorkAction());

    /// <inheritdoc/>
    public AgentDescriptor Descriptor =>
        new("drill", "1.0.0", "Works for a moment and notes every execution outside the database.", actions.Descriptions);

    /// <inheritdoc/>
    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        actions.ExecuteAsync(context, cancellationToken);
}
