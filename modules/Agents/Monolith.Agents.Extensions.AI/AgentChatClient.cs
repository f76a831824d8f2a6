using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Monolith.Agents.Extensions.AI;

/// <summary>Asks the host's models. Options that the host decides itself, such as model and temperature, are passed over.</summary>
internal sealed class AgentChatClient(IAgentModels models, string? purpose) : IChatClient
{
    /// <summary>Frameworks ask for it and some cannot do without. Which model it is the host decides call by call.</summary>
    private readonly ChatClientMetadata metadata = new("monolith");

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Answered.Of(await models.AskAsync(Asked.Of(messages, options) with { Purpose = purpose }, cancellationToken));

    // The whole answer at once: a call that broke off is repeated, and what was handed on before could not be taken back.
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType.IsInstanceOfType(this) ? this
        : serviceType.IsInstanceOfType(metadata) ? metadata
        : serviceType.IsInstanceOfType(models) ? models
        : null;

    public void Dispose()
    {
    }
}
