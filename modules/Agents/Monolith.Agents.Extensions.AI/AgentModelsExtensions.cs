using Microsoft.Extensions.AI;

namespace Monolith.Agents.Extensions.AI;

/// <summary>The way from a stage's language models to frameworks that take an <see cref="IChatClient"/>.</summary>
public static class AgentModelsExtensions
{
    /// <summary>
    /// The models as a chat client: budget, providers, journal and replay stay the host's. It calls no tools by itself; wrap it in a
    /// <c>FunctionInvokingChatClient</c>, or give it to a framework that does.
    /// </summary>
    /// <param name="models">A context's <see cref="IAgentContext.Models"/>; the client is of use as long as they are.</param>
    /// <param name="purpose">What the calls are for, in a few words, for people; null for nothing.</param>
    public static IChatClient AsChatClient(this IAgentModels models, string? purpose = null) => new AgentChatClient(models, purpose);
}
