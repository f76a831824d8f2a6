using System.Text.Json.Nodes;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Monolith.Agents.Extensions.AI;
using Monolith.Agents.Sdk;

namespace Monolith.Samples.AgentFramework;

/// <summary>An agent written with Microsoft Agent Framework: a model with one tool answers a question about the workspace.</summary>
public sealed class LibrarianAgent : IAgent
{
    public AgentDescriptor Descriptor { get; } = new("librarian", "1.0.0", "Answers questions about files.",
    [
        new AgentAction("answer", "Answers a question; a language model reads the files it wants.", """
            { "type": "object", "required": ["question"], "properties": { "question": { "type": "string" } } }
            """),
    ]);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var assistant = new ChatClientAgent(
            context.Models.AsChatClient("a question about files"),
            instructions: "Answer from the files of the workspace.",
            tools: [AIFunctionFactory.Create((string name) => Read(context, name), "read_file", "The text of a file of the workspace.")]);

        var answer = await assistant.RunAsync(context.Parameters.GetProperty("question").GetString()!, cancellationToken: cancellationToken);

        return AgentResult.Success() with { Outputs = new JsonObject { ["answer"] = answer.Text } };
    }

    // The model chooses the name, so it is held to the workspace.
    private static string Read(IAgentContext context, string name) =>
        File.Exists(Path.Combine(context.Workspace, Path.GetFileName(name))) ? File.ReadAllText(Path.Combine(context.Workspace, Path.GetFileName(name))) : "There is no such file.";
}
