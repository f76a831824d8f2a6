using System.Text.Json;
using Microsoft.Extensions.AI;
using Monolith.Agents.Sdk;
using Monolith.Models.Providers.Faults;

namespace Monolith.Models.Providers;

/// <summary>Between what agents speak and what the providers' libraries speak.</summary>
internal static class ChatTranslation
{
    public static IEnumerable<ChatMessage> Messages(Prompt prompt)
    {
        if (prompt.System is not null)
            yield return new ChatMessage(ChatRole.System, prompt.System);
        foreach (var message in prompt.Messages)
            yield return new ChatMessage(RoleOf(message.Role), [.. Contents(message)]);
    }

    public static ChatOptions Options(Prompt prompt) => new()
    {
        MaxOutputTokens = prompt.MaxTokens,
        Tools = prompt.Tools.Count == 0 ? null : [.. prompt.Tools.Select(Declare)],
    };

    /// <exception cref="ProviderFault">The arguments are no JSON object.</exception>
    public static IReadOnlyList<ModelToolCall> ToolCalls(ChatResponse response) =>
        [.. response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Select(ToolCall)];

    private static ModelToolCall ToolCall(FunctionCallContent call) => call.Exception is { } fault
        ? throw new ProviderFault(FaultKind.Nonsense, $"The arguments of the tool '{call.Name}' are no JSON.", fault)
        : new(call.CallId, call.Name, JsonSerializer.SerializeToElement(call.Arguments ?? new Dictionary<string, object?>()));

    private static IEnumerable<AIContent> Contents(ModelMessage message)
    {
        if (message.ToolCallId is not null)
        {
            yield return new FunctionResultContent(message.ToolCallId, message.Text);
            yield break;
        }

        if (message.Text.Length > 0)
            yield return new TextContent(message.Text);
        foreach (var call in message.ToolCalls)
            yield return new FunctionCallContent(call.Id, call.Name, call.Arguments.EnumerateObject().ToDictionary(one => one.Name, one => (object?)one.Value));
    }

    private static AIFunctionDeclaration Declare(ModelTool tool) =>
        AIFunctionFactory.CreateDeclaration(tool.Name, tool.Description, JsonElement.Parse(tool.ParametersSchema));

    private static ChatRole RoleOf(ModelRole role) => role switch
    {
        ModelRole.Assistant => ChatRole.Assistant,
        ModelRole.Tool => ChatRole.Tool,
        _ => ChatRole.User,
    };
}
