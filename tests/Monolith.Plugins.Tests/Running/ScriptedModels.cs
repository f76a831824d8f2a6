using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.Running;

/// <summary>A language model that answers what a test says; without answers, as on a host that has none.</summary>
public sealed class ScriptedModels : IAgentModels
{
    private readonly ConcurrentQueue<ModelRequest> requests = new();

    /// <summary>Gets the last message of a question as JSON, and gives the answer.</summary>
    public Func<JsonNode, JsonNode>? Answer { get; set; }

    public IReadOnlyList<ModelRequest> Requests => [.. requests];

    public Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        requests.Enqueue(request);
        var text = Answer is { } answer
            ? answer(JsonNode.Parse(request.Messages[^1].Text)!).ToJsonString()
            : throw new ModelException(AgentErrorCodes.LlmApiError, "No provider is configured.");
        return Task.FromResult(new ModelAnswer(text) { Json = Stage.Json(text), Provider = "scripted", Model = "scripted" });
    }
}
