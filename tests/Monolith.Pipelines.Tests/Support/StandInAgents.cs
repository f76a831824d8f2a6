using System.Text.Json;
using Monolith.Agents.Contracts;

namespace Monolith.Pipelines.Tests.Support;

/// <summary>A catalogue with one agent that serves and one that did not load.</summary>
internal sealed class StandInAgents : IAgentCatalog
{
    private const string Schema = """
        {
          "type": "object", "additionalProperties": false, "required": ["command"],
          "properties": {
            "command": { "type": "string" }, "count": { "type": "integer", "minimum": 1 },
            "mode": { "type": "string", "enum": ["fast", "slow"] },
            "list": { "type": "array", "items": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" } } } }
          }
        }
        """;

    private readonly AgentListing[] agents =
    [
        new("broken", "", "", AgentStatus.Failed, "It is broken.", "broken", "", []),
        new("tool", "1.0.0", "", AgentStatus.Loaded, null, "tool", "hash", [new("run", "", Json(Schema)), new("free", "", Json("{}"))]),
    ];

    public IReadOnlyList<AgentListing> List() => agents;

    public AgentListing? Find(string agent) => agents.FirstOrDefault(a => a.Name == agent && a.Status == AgentStatus.Loaded);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}
