using Microsoft.Extensions.AI;
using Monolith.Models.Providers.Faults;
using Monolith.Models.Settings;
using Monolith.Resilience.Contracts.Breakers;
using Monolith.Resilience.Contracts.Outgoing;

namespace Monolith.Models.Providers;

/// <summary>One configured provider.</summary>
internal sealed class Provider : IDisposable
{
    private readonly HttpClient http;
    private readonly IChatClient client;

    public Provider(string name, ProviderOptions options, string? apiKey, IBreakers breakers, TimeProvider time)
    {
        (Name, Options) = (name, options);
        // No redirects: a key goes where the operator said and nowhere else.
        // The operator names it, so it may be in the own network, by a proxy too; where clouds keep credentials it may not.
        var connections = GuardedHandler.Create(ip => !PublicAddress.IsMetadata(ip), TimeSpan.FromMinutes(5));
        connections.UseProxy = true;
        http = new HttpClient(new FaultHandler(apiKey, time, connections)) { Timeout = Timeout.InfiniteTimeSpan };
        client = ChatClients.Create(options, apiKey, http);
        Address = new Uri(ChatClients.AddressOf(options));
        Guard = new ProviderGuard(name, breakers, time);
    }

    public string Name { get; }

    public ProviderOptions Options { get; }

    public string Model => Options.Model!;

    public Uri Address { get; }

    public ProviderGuard Guard { get; }

    /// <exception cref="ProviderFault">There is no answer of use.</exception>
    public async Task<ChatResponse> AskAsync(Prompt prompt, Action<string>? onText, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var response = await ReadAsync(prompt, onText, either.Token);
            return response.Text.Length > 0 || ChatTranslation.ToolCalls(response).Count > 0 ? response : throw new ProviderFault(FaultKind.Nonsense, "The answer is empty.");
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (timeout.IsCancellationRequested)
        {
            throw new ProviderFault(FaultKind.TimedOut, $"The answer was not whole within {Options.Timeout:c}.");
        }
        catch (Exception thrown) when (thrown is not ListenerException)
        {
            throw ProviderFaults.Of(thrown);
        }
    }

    public void Dispose()
    {
        client.Dispose();
        http.Dispose();
    }

    private async Task<ChatResponse> ReadAsync(Prompt prompt, Action<string>? onText, CancellationToken cancellationToken)
    {
        var options = ChatTranslation.Options(prompt);
        if (onText is null)
            return await client.GetResponseAsync(ChatTranslation.Messages(prompt), options, cancellationToken);

        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in client.GetStreamingResponseAsync(ChatTranslation.Messages(prompt), options, cancellationToken))
        {
            updates.Add(update);
            if (update.Text.Length > 0)
                ListenerException.Guard(onText, update.Text);
        }

        return updates.ToChatResponse();
    }
}
