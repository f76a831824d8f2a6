using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using Monolith.Pipelines.Engine.Stages;

namespace Monolith.Pipelines.Engine.Guards;

/// <summary>The places of agents that may do only so many stages of this host at once. Who waits for one takes no place of the host's.</summary>
internal sealed class AgentPlaces(IOptions<EngineOptions> options)
{
    private readonly FrozenDictionary<string, StageSlots> places = options.Value.Agents
        .Where(agent => agent.Value.MaxConcurrent is not null)
        .ToFrozenDictionary(agent => agent.Key, agent => new StageSlots(agent.Value.MaxConcurrent!.Value));

    /// <returns>Null for an agent without a limit of its own.</returns>
    public StageSlots? Of(string agent) => places.GetValueOrDefault(agent);
}
