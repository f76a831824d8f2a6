using Microsoft.Extensions.Configuration;

namespace Monolith.Operations.Tracing;

/// <summary>Whether spans are sent, and to where.</summary>
internal static class CollectorAddress
{
    public const string Standard = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string StandardForTraces = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string Disabled = "OTEL_SDK_DISABLED";

    private static readonly string[] Settings = ["Tracing:Endpoint", Standard, StandardForTraces];

    public static bool IsGiven(IConfiguration configuration) =>
        !string.Equals(configuration[Disabled], "true", StringComparison.OrdinalIgnoreCase)
        && Settings.Any(setting => configuration[setting] is { Length: > 0 });

    /// <returns>A sentence for a person; null when it is right.</returns>
    public static string? Fault(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? null
            : $"'{address}' is not an address such as http://localhost:4317.";

    /// <summary>Given to the exporter in code, an address is taken as it is.</summary>
    public static Uri Of(string endpoint, TracingProtocol protocol) => protocol == TracingProtocol.Grpc
        ? new Uri(endpoint)
        : new Uri($"{endpoint.TrimEnd('/')}/v1/traces");
}
