using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.Sdk110;

public sealed class VeteranAgent : IAgent
{
    public AgentDescriptor Descriptor { get; } = new("sdk-110", "1.0.0", "Was built against the SDK 1.1.0.", [.. Surface.Actions, new("model", "Asks a language model.", "{}")])
    {
        Capabilities = new AgentCapabilities { Hosts = ["a.example.com"], Secrets = ["none"], Tools = ["*"], WritablePaths = ["/tmp"], ReadablePaths = ["/tmp"] },
    };

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        context.Action == "model" ? AskAsync(context, cancellationToken) : Surface.DoAsync(context, cancellationToken);

    private static async Task<AgentResult> AskAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var call = new ModelToolCall("1", "tool", context.Parameters);
        var earlier = new ModelAnswer("earlier") { Provider = "p", Model = "m", ToolCalls = [call], Truncated = false, Recorded = false, InputTokens = 1, OutputTokens = 1, Cost = 1 };
        var request = new ModelRequest(ModelMessage.User("a"), ModelMessage.Assistant("b"), ModelMessage.Assistant(earlier), ModelMessage.ToolResult(call, "c"))
        {
            System = "s",
            Schema = "{}",
            Tools = [new ModelTool("tool", "t", "{}")],
            MaxTokens = 1,
            Purpose = "p",
            OnText = _ => { },
        };
        try
        {
            return AgentResult.Success() with { Outputs = new() { ["text"] = (await context.Models.AskAsync(request, cancellationToken)).Text } };
        }
        catch (ModelException fault) when (fault.Code == AgentErrorCodes.LlmApiError)
        {
            return AgentResult.Success() with { Outputs = new() { ["text"] = $"{fault.Code} {fault.Retryable} {context.PluginFolder.Length > 0}" } };
        }
    }
}
