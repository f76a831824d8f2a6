namespace Monolith.Plugins.Kit;

internal interface IPluginAction
{
    AgentAction Description { get; }

    Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken);
}
