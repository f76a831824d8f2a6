using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Agents.Sdk;
using Monolith.Features.Contracts;
using Monolith.Models.Contracts;
using Monolith.Models.Journal;
using Monolith.Models.Providers;
using Monolith.Models.Providers.Faults;
using Monolith.Models.Settings;

namespace Monolith.Models.Asking;

/// <summary>Gets one answer to one question: from the journal, or from the first provider that can give it.</summary>
internal sealed class ModelDesk(
    ProviderList providers, CallJournal journal, ProviderCall call, IOptions<ModelsOptions> options, ILogger<ModelDesk> log, IFeatures? features = null)
{
    public async Task<ModelAnswer> AskAsync(Prompt prompt, CallKey key, Action<string>? onText, CancellationToken cancellationToken)
    {
        if (await RecordedAsync(key, cancellationToken) is { } recorded)
        {
            if (onText is not null && recorded.Text.Length > 0)
                ListenerException.Guard(onText, recorded.Text);
            return recorded;
        }

        if (key.Caller.IsReplay)
            throw NotAsked(key);
        if (options.Value.Replay)
            throw Missing(key);
        if (features is not null && await features.IsOnAsync(ModelFlags.Paused, FeatureSubject.OfRun(key.Caller.Person, key.Caller.Project), cancellationToken))
            throw Paused(key.Caller);
        if (providers.All.Count == 0)
            throw new ModelException(AgentErrorCodes.LlmApiError, "No language model is configured. Name a provider in Models:Providers and start the host again.");
        return await FirstThatCanAsync(prompt, key, onText, cancellationToken);
    }

    private async Task<ModelAnswer> FirstThatCanAsync(Prompt prompt, CallKey key, Action<string>? onText, CancellationToken cancellationToken)
    {
        var faults = new List<(Provider Provider, ProviderFault Fault)>();
        foreach (var provider in providers.All)
        {
            try
            {
                return await provider.Guard.CallAsync(token => call.DoAsync(provider, prompt, key, onText, token), cancellationToken);
            }
            catch (ProviderFault fault)
            {
                log.LogWarning("Provider {Provider} gave no answer ({Fault}): {Reason}", provider.Name, fault.Kind, fault.Message);
                faults.Add((provider, fault));
            }
        }

        throw Summary(faults);
    }

    private async Task<ModelAnswer?> RecordedAsync(CallKey key, CancellationToken cancellationToken)
    {
        if (!options.Value.Journal.KeepsContent)
            return null;

        var found = options.Value.Replay && !key.Caller.IsReplay ? await journal.FindAnyAsync(key, cancellationToken) : await journal.FindOwnAsync(key, cancellationToken);
        return found is null
            ? null
            : new ModelAnswer(found.Content.Text)
            {
                Provider = found.Provider,
                Model = found.Model,
                ToolCalls = found.Content.ToolCalls,
                Truncated = found.Content.Truncated,
                Recorded = true,
            };
    }

    /// <summary>Not to be tried again by itself: a pause is a person's, and outlasts every retry.</summary>
    private static ModelException Paused(ModelCaller caller) => new(
        AgentErrorCodes.LlmApiError,
        $"An admin has paused the calls of language models for runs like this one, of project '{caller.Project}'. "
        + $"Retry the stage when the feature '{ModelFlags.Paused.Name}' is off again; GET /api/v1/features/{ModelFlags.Paused.Name} shows it.");

    private static ModelException Missing(CallKey key) => new(
        AgentErrorCodes.LlmApiError,
        $"Models:Replay is on and the journal holds no answer to this question of stage '{key.Caller.StageId}' (hash {key.Hash[..12]}). "
        + "Run it once with replay off and the same key.");

    private static ModelException NotAsked(CallKey key) => new(
        AgentErrorCodes.LlmApiError, $"The journal holds no answer to this question of attempt {key.Caller.Attempt} of stage '{key.Caller.StageId}', which is done again (hash {key.Hash[..12]}).");

    /// <summary>What can be mended by waiting comes before what cannot.</summary>
    private static ModelException Summary(List<(Provider Provider, ProviderFault Fault)> faults)
    {
        var message = string.Join(' ', faults.Select(one => $"{one.Provider.Name}: {one.Fault.Message}"));
        if (faults.Exists(one => one.Fault.Kind == FaultKind.RateLimited))
            return new(AgentErrorCodes.LlmRateLimit, message, retryable: true);
        if (faults.TrueForAll(one => one.Fault.Kind == FaultKind.Nonsense))
            return new(AgentErrorCodes.LlmInvalidResponse, message);
        return new(AgentErrorCodes.LlmApiError, message, faults.Exists(one => one.Fault.IsTransient));
    }
}
