namespace Monolith.Plugins.Integration.Repositories;

/// <summary>An action whose parts may end the stage by <see cref="StageEndException"/>.</summary>
internal abstract class EndableAction : IPluginAction
{
    public abstract AgentAction Description { get; }

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await DoAsync(context, cancellationToken);
        }
        catch (StageEndException end)
        {
            return end.Result;
        }
    }

    protected abstract Task<AgentResult> DoAsync(IAgentContext context, CancellationToken cancellationToken);
}
