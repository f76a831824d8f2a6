using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.Pipelines.Definitions.Binding;
using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Definitions.Checking;

/// <summary>Each stage's agent is loaded, has the action, and takes the parameters.</summary>
internal sealed class AgentRules(IAgentCatalog agents, ParameterValidator parameters)
{
    public void Check(PipelineDefinition definition, ProblemList problems)
    {
        for (var i = 0; i < definition.Stages.Count; i++)
            Check(definition.Stages[i], $"stages[{i}]", problems);
    }

    private void Check(StageDefinition stage, string path, ProblemList problems)
    {
        if (stage.Kind != StageKind.Agent || stage.Agent.Length == 0)
            return;
        if (agents.Find(stage.Agent) is not { } agent)
        {
            problems.Add($"{path}.agent", Missing(stage.Agent), ErrorCodes.AgentNotRegistered);
            return;
        }

        if (agent.Actions.FirstOrDefault(a => a.Name == stage.Action) is null)
        {
            if (stage.Action.Length > 0)
                problems.Add(
                    $"{path}.action",
                    $"The agent '{agent.Name}' has no action '{FieldValues.Shorten(stage.Action)}'; it has {string.Join(", ", agent.Actions.Select(a => a.Name))}.",
                    ErrorCodes.AgentNotRegistered);
            return;
        }

        foreach (var problem in parameters.ValidateTemplate(stage.Agent, stage.Action, stage.Parameters))
            problems.Add($"{path}.{problem.Path}", problem.Message, problem.Code);
    }

    private string Missing(string name)
    {
        var listed = agents.List();
        if (listed.FirstOrDefault(agent => agent.Name == name) is { Reason: { } reason })
            return $"The agent '{FieldValues.Shorten(name)}' is there but does not serve: {reason}";
        var serving = listed.Where(agent => agent.Status == AgentStatus.Loaded).Select(agent => agent.Name);
        return $"No loaded agent is called '{FieldValues.Shorten(name)}'.{Spelling.DidYouMean(name, serving)}";
    }
}
