using System.Text.Json.Nodes;
using Monolith.Agents.Sdk;

namespace Acme.Hello;

public sealed class HelloClassAgent : IAgent
{
    public AgentDescriptor Descriptor { get; } = new("hello-agent-name", "1.0.0", "Greets people.",
    [
        new AgentAction("greet-action", "Greets by name and keeps the greeting.", """
            {
              "type": "object",
              "required": ["name"],
              "properties": { "name": { "type": "string", "minLength": 1 } }
            }
            """),
    ]);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var greeting = $"Hello, {context.Parameters.GetProperty("name").GetString()}!";
        context.Log.Info(greeting);
        await File.WriteAllTextAsync(Path.Combine(context.Workspace, "greeting.txt"), greeting, cancellationToken);

        return AgentResult.Success() with
        {
            Outputs = new JsonObject { ["greeting"] = greeting },
            Metrics = new Dictionary<string, double> { ["greeting.length"] = greeting.Length },
            Artifacts = [new AgentArtifact("greeting", "greeting.txt")],
        };
    }
}
