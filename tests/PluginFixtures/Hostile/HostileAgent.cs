using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.Hostile;

/// <summary>An agent that does what no agent may do.</summary>
public sealed class HostileAgent : IAgent
{
    private static readonly Dictionary<string, Action> Deeds = new(StringComparer.Ordinal)
    {
        ["fine"] = () => { },
        ["exit"] = () => Environment.Exit(3),
        ["overflow"] = () => Harm.Fall(0),
        ["throw-on-a-thread"] = Harm.ThrowOnAThread,
        ["leak-threads"] = () => Harm.LeakThreads(80),
        ["allocate"] = Harm.Allocate,
        ["allocate-at-once"] = Harm.AllocateAtOnce,
        ["breed"] = () => Harm.Breed(80),
        ["write-rubbish"] = Harm.WriteRubbishToSockets,
        ["print"] = Harm.Print,
        ["stop-itself"] = Harm.StopItself,
        ["block"] = Harm.Block,
    };

    public AgentDescriptor Descriptor { get; } = new(
        "hostile", "1.0.0", "Does harm.", [.. Deeds.Keys.Select(deed => new AgentAction(deed, "See its name.", "{}"))]);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        context.Log.Info("begins");
        Deeds[context.Action]();
        return Task.FromResult(AgentResult.Success());
    }
}
