using Microsoft.Extensions.AI;
using Monolith.Agents.Sdk;

namespace Monolith.Models.Providers;

/// <summary>What is sent, whoever it is sent to.</summary>
internal sealed record Prompt(string? System, IReadOnlyList<ModelMessage> Messages, int MaxTokens)
{
    public IEnumerable<ChatMessage> ToChat()
    {
        if (System is not null)
            yield return new ChatMessage(ChatRole.System, System);
        foreach (var message in Messages)
            yield return new ChatMessage(message.Role == ModelRole.Assistant ? ChatRole.Assistant : ChatRole.User, message.Text);
    }

    public Prompt After(params ReadOnlySpan<ModelMessage> more) => this with { Messages = [.. Messages, .. more] };
}
