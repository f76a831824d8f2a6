using System.Runtime.CompilerServices;
using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.Marking;

/// <summary>Leaves a mark in the process as soon as any of its code runs.</summary>
public sealed class MarkingAgent : IAgent
{
    public MarkingAgent() => Mark("constructor");

    public AgentDescriptor Descriptor { get; } = new("marking", "1.0.0", "Leaves marks.", [new AgentAction("none", "Nothing.", "{}")]);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        Task.FromResult(AgentResult.Success());

    [ModuleInitializer]
    internal static void Initialize() => Mark("module");

    private static void Mark(string what) => AppContext.SetData("Monolith.PluginFixtures.Marking", $"{AppContext.GetData("Monolith.PluginFixtures.Marking")} {what}");
}
