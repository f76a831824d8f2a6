using System.Diagnostics;
using Microsoft.Extensions.AI;
using Monolith.Agents.Sdk;
using Monolith.Models.Journal;
using Monolith.Models.Providers;
using Monolith.Models.Providers.Faults;
using Monolith.Models.Settings;

namespace Monolith.Models.Tracing;

/// <summary>Spans of calls by OpenTelemetry's semantic conventions for generative AI. What is said is in none of them.</summary>
internal static class ModelSpans
{
    private static readonly ActivitySource Source = new("Monolith.Models");

    public static Activity? Call(Provider provider, CallKey key, Prompt prompt) => !Source.HasListeners()
        ? null
        : Source.StartActivity($"chat {provider.Model}", ActivityKind.Client)
            ?.SetTag("gen_ai.operation.name", "chat")
            .SetTag("gen_ai.provider.name", NameOf(provider.Options.Kind))
            .SetTag("gen_ai.request.model", provider.Model)
            .SetTag("gen_ai.request.max_tokens", prompt.MaxTokens)
            .SetTag("server.address", provider.Address.Host)
            .SetTag("server.port", provider.Address.Port)
            .SetTag("gen_ai.agent.name", key.Caller.Agent)
            .SetTag("monolith.run.id", key.Caller.RunId.ToString())
            .SetTag("monolith.stage.id", key.Caller.StageId)
            .SetTag("monolith.model.provider", provider.Name);

    public static void Tell(Activity? span, ChatResponse response, ModelAnswer answer) => span
        ?.SetTag("gen_ai.response.model", answer.Model)
        .SetTag("gen_ai.response.id", response.ResponseId)
        .SetTag("gen_ai.response.finish_reasons", response.FinishReason is { } reason ? new[] { reason.Value } : null)
        .SetTag("gen_ai.usage.input_tokens", answer.InputTokens)
        .SetTag("gen_ai.usage.output_tokens", answer.OutputTokens)
        .SetTag("monolith.model.cost_usd", (double)answer.Cost);

    public static void Tell(Activity? span, Exception thrown) => span
        ?.SetTag("error.type", thrown is ProviderFault fault ? fault.Kind.ToString() : thrown.GetType().Name)
        .SetStatus(ActivityStatusCode.Error);

    private static string NameOf(ModelProviderKind? kind) => kind switch
    {
        ModelProviderKind.Anthropic => "anthropic",
        ModelProviderKind.Ollama => "ollama",
        _ => "openai",
    };
}
