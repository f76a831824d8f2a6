using Microsoft.Extensions.AI;

namespace Monolith.Agents.Extensions.AI;

/// <summary>A conversation in the words of the SDK.</summary>
internal static class Asked
{
    private const int UsualMost = 4096;

    public static ModelRequest Of(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var all = messages.ToList();
        var system = all.Where(message => message.Role == ChatRole.System).Select(message => message.Text).Prepend(options?.Instructions).Where(text => !string.IsNullOrEmpty(text));
        return new([.. all.Where(message => message.Role != ChatRole.System).SelectMany(Turns)])
        {
            System = string.Join("\n\n", system) is { Length: > 0 } text ? text : null,
            Schema = (options?.ResponseFormat as ChatResponseFormatJson)?.Schema?.GetRawText(),
            Tools = Tools(options),
            MaxTokens = options?.MaxOutputTokens ?? UsualMost,
        };
    }

    // A framework that wants an answer without tools says so; the tools are then not shown.
    private static List<ModelTool> Tools(ChatOptions? options) => options?.ToolMode is NoneChatToolMode
        ? []
        : [.. (options?.Tools ?? []).OfType<AIFunctionDeclaration>().Select(tool => new ModelTool(tool.Name, tool.Description, tool.JsonSchema.GetRawText()))];

    private static IEnumerable<ModelMessage> Turns(ChatMessage message)
    {
        foreach (var content in message.Contents)
        {
            if (content is not (TextContent or TextReasoningContent or FunctionCallContent or FunctionResultContent or UsageContent))
                throw new ModelException(AgentErrorCodes.TaskValidationFailed, $"The host's models take text and tools, not {content.GetType().Name}.");
        }

        return message.Role == ChatRole.Tool
            ? message.Contents.OfType<FunctionResultContent>().Select(result => new ModelMessage(ModelRole.Tool, ToolJson.Text(result)) { ToolCallId = result.CallId })
            : [new(message.Role == ChatRole.Assistant ? ModelRole.Assistant : ModelRole.User, message.Text) { ToolCalls = [.. message.Contents.OfType<FunctionCallContent>().Select(ToolJson.Call)] }];
    }
}
