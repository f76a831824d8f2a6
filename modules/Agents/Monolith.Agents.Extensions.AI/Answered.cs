using Microsoft.Extensions.AI;

namespace Monolith.Agents.Extensions.AI;

/// <summary>An answer in the words of Microsoft.Extensions.AI.</summary>
internal static class Answered
{
    public static ChatResponse Of(ModelAnswer answer)
    {
        var contents = new List<AIContent>();
        if (answer.Text.Length > 0)
            contents.Add(new TextContent(answer.Text));
        contents.AddRange(answer.ToolCalls.Select(ToolJson.Call));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, contents))
        {
            ModelId = answer.Model,
            FinishReason = answer.Truncated ? ChatFinishReason.Length : answer.ToolCalls.Count > 0 ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
            Usage = new UsageDetails
            {
                InputTokenCount = answer.InputTokens,
                OutputTokenCount = answer.OutputTokens,
                TotalTokenCount = answer.InputTokens + answer.OutputTokens,
            },
        };
    }
}
