using System.CommandLine;
using Monolith.Cli.Output;
using Monolith.Cli.Running;
using Monolith.Client;
using Monolith.Client.Watching;

namespace Monolith.Cli.Agents;

/// <summary><c>agents</c>: which there are, or what one can do; and the packages they come from.</summary>
internal static class AgentsCommand
{
    private static readonly string[] Headings = ["AGENT", "VERSION", "STATUS", "DESCRIPTION"];
    private static readonly string[] ActionHeadings = ["ACTION", "DESCRIPTION"];

    private static readonly Argument<string?> Name = new("agent") { Description = "One agent; all when none is named.", Arity = ArgumentArity.ZeroOrOne };

    public static Command Create(Surroundings around)
    {
        var agents = new Command("agents", "Lists the agents, or what one can do; and keeps the packages of plugins.") { Name, UploadCommand.Create(around), ShadowCommand.Create(around) };
        foreach (var command in PackageCommands.Create(around))
            agents.Add(command);
        return agents.Does(around, ListAsync);
    }

    private static async Task<int> ListAsync(Session session, CancellationToken cancellationToken)
    {
        if (session.Find(Name) is { } name)
            return Tell(session, await session.Client.GetAgentAsync(name, cancellationToken));
        var found = await session.Client.ListAgentsAsync(cancellationToken);
        return session.Answer(found.Agents, Headings, agent =>
            [agent.Name, agent.Version, agent.Status.Name(), agent.Reason ?? agent.Description]);
    }

    private static int Tell(Session session, AgentResponse agent) => session.Answer(agent, to =>
    {
        to.WriteLine(PersonWait.Plain($"{agent.Name} {agent.Version} {agent.Status.Name()}: {agent.Reason ?? agent.Description}"));
        Table.Write(to, ActionHeadings, agent.Actions.Select(action => new[] { action.Name, action.Description }));
    });
}
