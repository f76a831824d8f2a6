using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Microsoft.Extensions.AI;
using Monolith.Models.Settings;
using OllamaSharp;
using OpenAI;

namespace Monolith.Models.Providers;

/// <summary>Makes a provider's client. The one place that knows the providers' libraries; none of them repeats a call by itself.</summary>
internal static class ChatClients
{
    private const string NoKey = "none";

    public static IChatClient Create(ProviderOptions options, string? apiKey, HttpClient http) => options.Kind switch
    {
        ModelProviderKind.Anthropic => Anthropic(options, apiKey, http),
        ModelProviderKind.Ollama => Ollama(options, apiKey, http),
        _ => OpenAI(options, apiKey, http),
    };

    public static string AddressOf(ProviderOptions options) => options.BaseUrl ?? options.Kind switch
    {
        ModelProviderKind.Anthropic => "https://api.anthropic.com",
        ModelProviderKind.Ollama => "http://localhost:11434",
        _ => "https://api.openai.com/v1",
    };

    private static IChatClient Anthropic(ProviderOptions options, string? apiKey, HttpClient http) => new AnthropicClient
    {
        BaseUrl = AddressOf(options),
        ApiKey = apiKey ?? NoKey,
        HttpClient = http,
        MaxRetries = 0,
        Timeout = Longest(options),
    }.AsIChatClient(options.Model!);

    private static IChatClient OpenAI(ProviderOptions options, string? apiKey, HttpClient http) => new OpenAIClient(
        new ApiKeyCredential(apiKey ?? NoKey),
        new OpenAIClientOptions
        {
            Endpoint = new Uri(AddressOf(options)),
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Longest(options),
        }).GetChatClient(options.Model!).AsIChatClient();

    private static OllamaApiClient Ollama(ProviderOptions options, string? apiKey, HttpClient http)
    {
        http.BaseAddress = new Uri(AddressOf(options));
        if (apiKey is not null)
            http.DefaultRequestHeaders.Authorization = new("Bearer", apiKey);
        return new OllamaApiClient(http, options.Model!);
    }

    /// <summary>The caller's own limit comes first.</summary>
    private static TimeSpan Longest(ProviderOptions options) => options.Timeout * 2;
}
