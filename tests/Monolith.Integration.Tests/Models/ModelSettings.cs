using Monolith.Models.Tests.Support.Scripted;

namespace Monolith.Integration.Tests.Models;

/// <summary>A host that asks a scripted provider.</summary>
internal static class ModelSettings
{
    public const string ApiKey = "sk-models-hunter2";

    public static (string Name, string Value)[] For(ScriptedProvider provider, string usdPerMillion = "10000") =>
    [
        ("Models__Providers__local__Kind", "OpenAI"),
        ("Models__Providers__local__Model", "scripted-model"),
        ("Models__Providers__local__BaseUrl", provider.Address + "/v1"),
        ("Models__Providers__local__ApiKeySecret", "model-key"),
        ("Models__Providers__local__Prices__InputPerMillion", usdPerMillion),
        ("Models__Providers__local__Prices__OutputPerMillion", usdPerMillion),
        ("Models__Journal__Key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="),
        ("Secrets__model-key", ApiKey),
    ];
}
