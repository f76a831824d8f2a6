namespace Monolith.Plugins.E2e.Generate;

internal sealed class GenerateAction : IPluginAction
{
    public AgentAction Description { get; } = new("generate", "x", "{}");

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) => Task.FromResult(AgentResult.Success());
}
