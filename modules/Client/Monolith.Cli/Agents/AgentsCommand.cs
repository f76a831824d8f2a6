using System.CommandLine;
using Monolith.Cli.Output;
using Monolith.Cli.Running;
using Monolith.Client;
using Monolith.Client.Watching;

namespace Monolith.Cli.Agents;

/// <summary><c>agents</c>: which there are, or what one can do.</summary>
internal static class AgentsCommand
{
    private static readonly string[] Headings = ["AGENT", "VERSION", "STATUS", "DESCRIPTION"];
    private static readonly string[] ActionHeadings = ["ACTION", "DESCRIPTION"];

    private static readonly Argument<string?> Name = new("agent") { Description = "One agent; all when none is named.", Arity = ArgumentArity.ZeroOrOne };

    public static Command Create(Surroundings around) =>
        new Command("agents", "Lists the agents, or what one can do.") { Name }.Does(around, async (session, cancellationToken) =>
        {
            if (session.Find(Name) is { } name)
                return Tell(session, await session.Client.GetAgentAsync(name, cancellationToken));
            var found = await session.Client.ListAgentsAsync(cancellationToken);
            return session.Answer(found.Agents, Headings, agent =>
                [agent.Name, agent.Version, agent.Status.Name(), agent.Reason ?? agent.Description]);
        });

    private static int Tell(Session session, AgentResponse agent) => session.Answer(agent, to =>
    {
        to.WriteLine(PersonWait.Plain($"{agent.Name} {agent.Version} {agent.Status.Name()}: {agent.Reason ?? agent.Description}"));
        Table.Write(to, ActionHeadings, agent.Actions.Select(action => new[] { action.Name, action.Description }));
    });
}
