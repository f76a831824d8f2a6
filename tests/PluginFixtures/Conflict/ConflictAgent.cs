using Monolith.Agents.Sdk;
using Newtonsoft.Json.Linq;

namespace Monolith.PluginFixtures;

/// <summary>Built twice, against two versions of one library, and says which of them it runs on.</summary>
public sealed class ConflictAgent : IAgent
{
    private static readonly string Name = typeof(ConflictAgent).Assembly.GetName().Name!.Split('.')[^1] switch
    {
        "ConflictA" => "conflict-a",
        _ => "conflict-b",
    };

    public AgentDescriptor Descriptor { get; } = new(
        Name, "1.0.0", "Says which version of its library it runs on.", [new AgentAction("version", "Gives the version.", "{}")]);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var text = JObject.Parse("""{ "works": true }""").ToString(Newtonsoft.Json.Formatting.None);
        var library = typeof(JObject).Assembly.GetName();
        return Task.FromResult(AgentResult.Success() with
        {
            Outputs = new() { ["library"] = library.Version!.ToString(), ["text"] = text },
        });
    }
}
