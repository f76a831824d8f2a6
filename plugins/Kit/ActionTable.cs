namespace Monolith.Plugins.Kit;

/// <summary>An agent's actions by name, and the edge where faults of the machine and of parameters become results.</summary>
internal sealed class ActionTable(params IReadOnlyList<IPluginAction> actions)
{
    public IReadOnlyList<AgentAction> Descriptions => [.. actions.Select(action => action.Description)];

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var action = actions.FirstOrDefault(action => action.Description.Name == context.Action);
        if (action is null)
        {
            return Failed.Validation($"There is no action '{context.Action}'.");
        }

        try
        {
            return await action.ExecuteAsync(context, cancellationToken);
        }
        catch (ParameterException fault)
        {
            return Failed.Validation(fault.Message);
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
